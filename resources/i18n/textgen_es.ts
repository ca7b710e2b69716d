<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Alternatives</name>
    <message>
        <source>{word} ✓</source>
        <translation>{word} ✓</translation>
    </message>
    <message>
        <source>The model has nothing to suggest here.</source>
        <translation>El modelo no tiene nada que sugerir aquí.</translation>
    </message>
    <message>
        <source>Other words for “{word}”</source>
        <translation>Otras palabras para «{word}»</translation>
    </message>
    <message>
        <source>Esc: close.</source>
        <translation>Esc: cerrar.</translation>
    </message>
    <message>
        <source>{keys}: choose, and go on from there. Esc: close.</source>
        <translation>{keys}: elegir y seguir desde ahí. Esc: cerrar.</translation>
    </message>
    <message>
        <source>✓ stands there now.</source>
        <translation>✓ es la que está ahora.</translation>
    </message>
    <message>
        <source>“{word}”, which stands there, is none of these.</source>
        <translation>«{word}», la que está ahora, no es ninguna de estas.</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Anew</source>
        <translation>De nuevo</translation>
    </message>
    <message>
        <source>Where does it begin?</source>
        <translation>¿Desde dónde empieza?</translation>
    </message>
    <message>
        <source>Go on from “{name}”</source>
        <translation>Seguir desde «{name}»</translation>
    </message>
    <message>
        <source>A new network that has learned nothing yet.</source>
        <translation>Una red nueva que aún no ha aprendido nada.</translation>
    </message>
    <message>
        <source>The model as it is learns more from the same text, in smaller steps.</source>
        <translation>El modelo tal como está sigue aprendiendo del mismo texto, con pasos más pequeños.</translation>
    </message>
    <message>
        <source>The model as it is learns from “{name}”, in smaller steps. The words that it does not know yet are added.</source>
        <translation>El modelo tal como está aprende de «{name}», con pasos más pequeños. Se añaden las palabras que aún no conoce.</translation>
    </message>
</context>
<context>
    <name>Besides</name>
    <message numerus="yes">
        <source>borrows at most %Ln words</source>
        <translation>
            <numerusform>copia como mucho %Ln palabra seguida</numerusform>
            <numerusform>copia como mucho %Ln palabras seguidas</numerusform>
        </translation>
    </message>
    <message>
        <source>never {words}</source>
        <translation>nunca {words}</translation>
    </message>
    <message>
        <source>favours {words}</source>
        <translation>favorece {words}</translation>
    </message>
    <message>
        <source>likeliest {share}</source>
        <translation>las más probables hasta {share}</translation>
    </message>
    <message>
        <source>without the unlikely</source>
        <translation>sin las improbables</translation>
    </message>
    <message>
        <source>repetition penalty {penalty}</source>
        <translation>penalización por repetición {penalty}</translation>
    </message>
    <message numerus="yes">
        <source>no run of %Ln words twice</source>
        <translation>
            <numerusform>ninguna palabra dos veces</numerusform>
            <numerusform>ninguna serie de %Ln palabras dos veces</numerusform>
        </translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>«{word}»</translation>
    </message>
    <message numerus="yes">
        <source>{words} and %Ln more</source>
        <translation>
            <numerusform>{words} y %Ln más</numerusform>
            <numerusform>{words} y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BitsScale</name>
    <message>
        <source>1 bit</source>
        <translation>1 bit</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>Forget gate</source>
        <translation>Puerta de olvido</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>Puerta de entrada</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>Estado de la celda</translation>
    </message>
    <message>
        <source>Output gate</source>
        <translation>Puerta de salida</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>Puerta de reinicio</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>Puerta de actualización</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>Estado oculto</translation>
    </message>
    <message>
        <source>Cell state before</source>
        <translation>Estado de la celda anterior</translation>
    </message>
    <message>
        <source>Hidden state before</source>
        <translation>Estado oculto anterior</translation>
    </message>
    <message>
        <source>how much of the cell state is kept: 0 forgets all, 1 keeps all.</source>
        <translation>cuánto del estado de la celda se conserva: 0 olvida todo, 1 conserva todo.</translation>
    </message>
    <message>
        <source>how much of the candidate is written: 0 writes nothing, 1 writes all.</source>
        <translation>cuánto del candidato se escribe: 0 no escribe nada, 1 escribe todo.</translation>
    </message>
    <message>
        <source>what this word would write into the cell state, from −1 to 1.</source>
        <translation>lo que esta palabra escribiría en el estado de la celda, de −1 a 1.</translation>
    </message>
    <message>
        <source>the memory after this word: what was kept, and what was written.</source>
        <translation>la memoria después de esta palabra: lo conservado y lo escrito.</translation>
    </message>
    <message>
        <source>how much of the cell state is shown as hidden state: 0 shows nothing, 1 shows all.</source>
        <translation>cuánto del estado de la celda se muestra como estado oculto: 0 no muestra nada, 1 muestra todo.</translation>
    </message>
    <message>
        <source>what of the memory goes out, to the next word and to the layer above or the output.</source>
        <translation>lo que sale de la memoria: hacia la palabra siguiente y hacia la capa de encima o la salida.</translation>
    </message>
    <message>
        <source>how much of the past goes into the candidate: 0 ignores it, 1 uses all of it.</source>
        <translation>cuánto del pasado entra en el candidato: 0 lo ignora, 1 lo usa entero.</translation>
    </message>
    <message>
        <source>old state against candidate: 0 takes the candidate, 1 keeps the old state.</source>
        <translation>estado anterior frente a candidato: 0 toma el candidato, 1 conserva el estado anterior.</translation>
    </message>
    <message>
        <source>what this word would make of the hidden state, from −1 to 1.</source>
        <translation>lo que esta palabra haría del estado oculto, de −1 a 1.</translation>
    </message>
    <message>
        <source>the memory after this word: old state and candidate, mixed by the update gate.</source>
        <translation>la memoria después de esta palabra: estado anterior y candidato, mezclados por la puerta de actualización.</translation>
    </message>
    <message>
        <source>the memory, written anew at each word from the word and the state before, from −1 to 1.</source>
        <translation>la memoria, escrita de nuevo en cada palabra a partir de la palabra y del estado anterior, de −1 a 1.</translation>
    </message>
    <message>
        <source>the memory as this word found it.</source>
        <translation>la memoria tal como la encontró esta palabra.</translation>
    </message>
    <message>
        <source>what went out at the word before; all units of it go into each block that reads it.</source>
        <translation>lo que salió en la palabra anterior; todas sus unidades entran en cada bloque que lo lee.</translation>
    </message>
    <message>
        <source>forgets all</source>
        <translation>olvida todo</translation>
    </message>
    <message>
        <source>keeps all</source>
        <translation>conserva todo</translation>
    </message>
    <message>
        <source>At “{word}” the forget gate keeps {average} of the cell state on average; unit {unit} forgets most ({value}).</source>
        <translation>En «{word}» la puerta de olvido conserva de media el {average} del estado de la celda; la unidad {unit} es la que más olvida ({value}).</translation>
    </message>
    <message>
        <source>writes nothing</source>
        <translation>no escribe nada</translation>
    </message>
    <message>
        <source>writes all</source>
        <translation>escribe todo</translation>
    </message>
    <message>
        <source>At “{word}” the input gate writes {average} of the candidate on average; unit {unit} writes most ({value}).</source>
        <translation>En «{word}» la puerta de entrada escribe de media el {average} del candidato; la unidad {unit} es la que más escribe ({value}).</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativo</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positivo</translation>
    </message>
    <message>
        <source>At “{word}” the candidate lies {average} from 0 on average; unit {unit} lies furthest ({value}).</source>
        <translation>En «{word}» el candidato se aleja de 0 de media {average}; la unidad {unit} es la que más ({value}).</translation>
    </message>
    <message>
        <source>nothing to write</source>
        <translation>nada que escribir</translation>
    </message>
    <message>
        <source>After “{word}” the cell state lies {average} from 0 on average; unit {unit} lies furthest ({value}).</source>
        <translation>Tras «{word}» el estado de la celda se aleja de 0 de media {average}; la unidad {unit} es la que más ({value}).</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>shows nothing</source>
        <translation>no muestra nada</translation>
    </message>
    <message>
        <source>shows all</source>
        <translation>muestra todo</translation>
    </message>
    <message>
        <source>At “{word}” the output gate shows {average} of the cell on average; unit {unit} shows most ({value}).</source>
        <translation>En «{word}» la puerta de salida muestra de media el {average} de la celda; la unidad {unit} es la que más muestra ({value}).</translation>
    </message>
    <message>
        <source>After “{word}” the hidden state lies {average} from 0 on average; unit {unit} lies furthest ({value}).</source>
        <translation>Tras «{word}» el estado oculto se aleja de 0 de media {average}; la unidad {unit} es la que más ({value}).</translation>
    </message>
    <message>
        <source>past left out</source>
        <translation>pasado fuera</translation>
    </message>
    <message>
        <source>past let in</source>
        <translation>pasado dentro</translation>
    </message>
    <message>
        <source>At “{word}” the reset gate lets {average} of the past into the candidate on average; unit {unit} leaves most of it out ({value}).</source>
        <translation>En «{word}» la puerta de reinicio deja entrar de media el {average} del pasado en el candidato; la unidad {unit} es la que más deja fuera ({value}).</translation>
    </message>
    <message>
        <source>takes the candidate</source>
        <translation>toma el candidato</translation>
    </message>
    <message>
        <source>keeps the old state</source>
        <translation>conserva el anterior</translation>
    </message>
    <message>
        <source>At “{word}” the update gate keeps {average} of the old state on average; unit {unit} takes in most anew ({value}).</source>
        <translation>En «{word}» la puerta de actualización conserva de media el {average} del estado anterior; la unidad {unit} es la que más renueva ({value}).</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>Leyendo «{name}»</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>Another word</source>
        <translation>Otra palabra</translation>
    </message>
    <message>
        <source>Another word that may come next</source>
        <translation>Otra palabra que podría seguir</translation>
    </message>
    <message>
        <source>Any word that the model knows; then press Enter</source>
        <translation>Cualquier palabra que el modelo conozca; después, Intro</translation>
    </message>
    <message>
        <source>Why would this come next?</source>
        <translation>¿Por qué seguiría esta palabra?</translation>
    </message>
    <message>
        <source>Explain “{word}”</source>
        <translation>Explicar «{word}»</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>An LSTM: three gates decide what it keeps, what it takes in and what it shows.</source>
        <extracomment>What a cell is, in one sentence.</extracomment>
        <translation>Una LSTM: tres puertas deciden qué conserva, qué incorpora y qué muestra.</translation>
    </message>
    <message>
        <source>A GRU: two gates decide how much of its memory it keeps and how much it writes anew.</source>
        <translation>Una GRU: dos puertas deciden cuánto conserva de su memoria y cuánto escribe de nuevo.</translation>
    </message>
    <message>
        <source>A plain RNN: it writes its whole memory anew at every word.</source>
        <translation>Una RNN simple: reescribe toda su memoria con cada palabra.</translation>
    </message>
</context>
<context>
    <name>CellCards</name>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>Two memories and three gates that decide what to keep. Learns most texts best.</source>
        <translation>Dos memorias y tres puertas que deciden qué conservar. La que mejor aprende casi todos los textos.</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>One memory and two gates. A little smaller, and often as good.</source>
        <translation>Una memoria y dos puertas. Algo más pequeña y, a menudo, igual de buena.</translation>
    </message>
    <message>
        <source>Plain RNN</source>
        <translation>RNN simple</translation>
    </message>
    <message>
        <source>No gates: every word writes over the memory. The simplest, and it soon forgets.</source>
        <translation>Sin puertas: cada palabra reescribe la memoria. La más sencilla, y olvida pronto.</translation>
    </message>
</context>
<context>
    <name>CellDiagram</name>
    <message>
        <source>The cell</source>
        <translation>La celda</translation>
    </message>
    <message>
        <source>Point at a block to read what it does; click it to see it for all words.</source>
        <translation>Señalar un bloque para leer qué hace; hacer clic para verlo en todas las palabras.</translation>
    </message>
    <message>
        <source>Unit {unit} at “{word}”</source>
        <translation>Unidad {unit} en «{word}»</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>Unidad {unit}</translation>
    </message>
    <message>
        <source>{forget_gate} of the cell state is kept and {input_gate} of the candidate {candidate} is written, so that it goes from {cell_state_before} to {cell_state}; {output_gate} of it is shown, as hidden state {hidden_state}.</source>
        <translation>se conserva el {forget_gate} del estado de la celda y se escribe el {input_gate} del candidato {candidate}, de modo que pasa de {cell_state_before} a {cell_state}; se muestra el {output_gate}, como estado oculto {hidden_state}.</translation>
    </message>
    <message>
        <source>{reset_gate} of the past goes into the candidate {candidate}; {update_gate} of the old state is kept, the rest is candidate, so that the hidden state goes from {hidden_state_before} to {hidden_state}.</source>
        <translation>el {reset_gate} del pasado entra en el candidato {candidate}; se conserva el {update_gate} del estado anterior y el resto es candidato, de modo que el estado oculto pasa de {hidden_state_before} a {hidden_state}.</translation>
    </message>
    <message>
        <source>the hidden state goes from {hidden_state_before} to {hidden_state}.</source>
        <translation>el estado oculto pasa de {hidden_state_before} a {hidden_state}.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Símbolo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Choose a word and a unit.</source>
        <translation>Elegir una palabra y una unidad.</translation>
    </message>
</context>
<context>
    <name>CellPart</name>
    <message>
        <source>The cell</source>
        <translation>La celda</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Network, n-grams and cache</source>
        <translation>Red, n-gramas y caché</translation>
    </message>
    <message>
        <source>Network and n-grams</source>
        <translation>Red y n-gramas</translation>
    </message>
    <message>
        <source>Network and cache</source>
        <translation>Red y caché</translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation>Solo la red</translation>
    </message>
    <message>
        <source>Likeliest</source>
        <translation>Las más probables</translation>
    </message>
    <message>
        <source>Drawn by chance</source>
        <translation>Al azar</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Samples to try</source>
        <translation>Ejemplos para probar</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
</context>
<context>
    <name>Comparer</name>
    <message>
        <source>Type a seed word first.</source>
        <translation>Antes hay que poner una palabra semilla.</translation>
    </message>
    <message>
        <source>Each of them has written from this text already.</source>
        <translation>Cada una ha escrito ya a partir de este texto.</translation>
    </message>
    <message>
        <source>It will write in a moment.</source>
        <translation>Escribirá en un momento.</translation>
    </message>
    <message>
        <source>It has not written yet. “Write at each” lets all snapshots write on from your text.</source>
        <translation>Todavía no ha escrito. Con «Escribir con cada una», todas las instantáneas siguen el texto.</translation>
    </message>
    <message>
        <source>{done} of {all} written</source>
        <translation>{done} de {all} escritas</translation>
    </message>
    <message>
        <source>Text or settings have changed since.</source>
        <translation>El texto o los ajustes han cambiado desde entonces.</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Texts (*.txt *.md *.text)</source>
        <translation>Textos (*.txt *.md *.text)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open text</source>
        <translation>Abrir texto</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Abrir modelo</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>Save model</source>
        <translation>Guardar modelo</translation>
    </message>
    <message>
        <source>textgen models (*{suffix})</source>
        <translation>Modelos de textgen (*{suffix})</translation>
    </message>
    <message>
        <source>A model is still learning from “{name}”. It can go on at the next start of the program.</source>
        <translation>Un modelo aún está aprendiendo de «{name}». Puede seguir la próxima vez que se abra el programa.</translation>
    </message>
    <message>
        <source>Close and go on later</source>
        <translation>Cerrar y seguir después</translation>
    </message>
    <message>
        <source>There is a training that cannot go on here. Discard it, with its best model so far?</source>
        <translation>Hay un entrenamiento que aquí no puede seguir. ¿Descartarlo, con su mejor modelo hasta ahora?</translation>
    </message>
    <message>
        <source>The training on “{name}” is not finished. Discard it, with its best model so far?</source>
        <translation>El entrenamiento con «{name}» no ha terminado. ¿Descartarlo, con su mejor modelo hasta ahora?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>A model is still learning from “{name}”. Stop it and save the best so far?</source>
        <translation>Un modelo sigue aprendiendo de «{name}». ¿Detenerlo y guardar el mejor hasta ahora?</translation>
    </message>
    <message>
        <source>Stop and save the best</source>
        <translation>Detener y guardar el mejor</translation>
    </message>
    <message>
        <source>Stop without saving</source>
        <translation>Detener sin guardar</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Seguir entrenando</translation>
    </message>
    <message>
        <source>The model trained on “{name}” is not saved. Save it?</source>
        <translation>El modelo entrenado con «{name}» no está guardado. ¿Guardarlo?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Draft</name>
    <message>
        <source>Your text</source>
        <translation>El texto</translation>
    </message>
    <message>
        <source>Other words &amp;here</source>
        <translation>&amp;Otras palabras aquí</translation>
    </message>
    <message>
        <source>No words are selected.</source>
        <translation>No hay palabras seleccionadas.</translation>
    </message>
    <message>
        <source>Nothing has been changed on the page.</source>
        <translation>No se ha cambiado nada en la página.</translation>
    </message>
    <message>
        <source>Nothing has been undone.</source>
        <translation>No se ha deshecho nada.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>No hay texto en el portapapeles.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>La página está vacía.</translation>
    </message>
</context>
<context>
    <name>Drivers</name>
    <message>
        <source>Look through it</source>
        <translation>Recorrerlo</translation>
    </message>
    <message>
        <source>Open the model&apos;s own text to see which of its words drive this unit highest and lowest.</source>
        <translation>Abrir el texto propio del modelo para ver qué palabras suyas llevan esta unidad a lo más alto y a lo más bajo.</translation>
    </message>
    <message>
        <source>“{name}” is not the text that this model learnt from.</source>
        <translation>«{name}» no es el texto del que aprendió este modelo.</translation>
    </message>
    <message>
        <source>“{name}” tells which of its words drive this unit highest and lowest.</source>
        <translation>«{name}» dice qué palabras suyas llevan esta unidad a lo más alto y a lo más bajo.</translation>
    </message>
    <message>
        <source>Looking through “{name}” …</source>
        <translation>Recorriendo «{name}»…</translation>
    </message>
    <message>
        <source>The hidden state of unit {unit} in “{name}”; click a word to see where it stands.</source>
        <translation>El estado oculto de la unidad {unit} en «{name}»; hacer clic en una palabra para ver dónde está.</translation>
    </message>
    <message>
        <source>Highest:</source>
        <translation>Más alto:</translation>
    </message>
    <message>
        <source>Lowest:</source>
        <translation>Más bajo:</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a text here</source>
        <translation>Soltar aquí un texto</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Abrir un modelo…</translation>
    </message>
    <message>
        <source>Plain text. It stays on this computer.</source>
        <translation>Texto sin formato. No sale de este equipo.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>There is no model to look into yet</source>
        <translation>Todavía no hay un modelo que ver por dentro</translation>
    </message>
    <message>
        <source>Train one on a text of yours, or open one that is saved.</source>
        <translation>Entrenar uno con un texto propio o abrir uno guardado.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Entrenar un modelo</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Abrir un modelo…</translation>
    </message>
    <message>
        <source>&amp;Choose a text</source>
        <translation>Elegi&amp;r un texto</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>Leyendo «{name}»</translation>
    </message>
    <message>
        <source>As soon as the text is read, it can be trained on.</source>
        <translation>En cuanto el texto esté leído, se podrá entrenar con él.</translation>
    </message>
    <message>
        <source>No text to learn from yet</source>
        <translation>Todavía no hay un texto del que aprender</translation>
    </message>
    <message>
        <source>A model learns to write from a text of yours. Choose one, or take a sample.</source>
        <translation>Un modelo aprende a escribir de un texto propio. Elegir uno o tomar un ejemplo.</translation>
    </message>
    <message>
        <source>“{name}” is too short</source>
        <translation>«{name}» es demasiado corto</translation>
    </message>
    <message>
        <source>&amp;Choose another text</source>
        <translation>Elegi&amp;r otro texto</translation>
    </message>
</context>
<context>
    <name>ExampleStrip</name>
    <message>
        <source>Look into the example with this cell</source>
        <translation>Mirar el ejemplo con esta celda</translation>
    </message>
    <message>
        <source>You are looking into the example model ({cell}).</source>
        <translation>Se está mirando el modelo de ejemplo ({cell}).</translation>
    </message>
    <message>
        <source>Back to your model</source>
        <translation>Volver al modelo propio</translation>
    </message>
    <message>
        <source>Close the example</source>
        <translation>Cerrar el ejemplo</translation>
    </message>
</context>
<context>
    <name>ExamplesRow</name>
    <message>
        <source>Look into an example:</source>
        <translation>Mirar un ejemplo:</translation>
    </message>
    <message>
        <source>A small model that comes with the program; yours stays as it is</source>
        <translation>Un modelo pequeño que viene con el programa; el propio queda como está</translation>
    </message>
    <message>
        <source>Look into the example model ({cell})</source>
        <translation>Mirar el modelo de ejemplo ({cell})</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>written on by the model</source>
        <translation>continuado por el modelo</translation>
    </message>
    <message>
        <source>suggested by the model and taken</source>
        <translation>sugerido por el modelo y tomado</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Held-out perplexity</source>
        <translation>Perplejidad (reservado)</translation>
    </message>
    <message>
        <source>How unsure the model is about text it has not seen: among so many words it chooses. Lower is better.</source>
        <translation>Cuánto duda el modelo ante texto que no ha visto: como si eligiera entre tantas palabras. Cuanto más baja, mejor.</translation>
    </message>
    <message>
        <source>Training perplexity</source>
        <translation>Perplejidad (entrenam.)</translation>
    </message>
    <message>
        <source>The same on the text it is learning. If it falls far below the held-out one, it learns by heart.</source>
        <translation>Lo mismo con el texto de entrenamiento. Si baja mucho más que la del texto reservado, aprende de memoria.</translation>
    </message>
    <message>
        <source>Words a second</source>
        <translation>Palabras/s</translation>
    </message>
    <message>
        <source>How many words of the text it learns from in a second.</source>
        <translation>Cuántas palabras del texto aprende por segundo.</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Pasadas</translation>
    </message>
    <message>
        <source>How many times it has read the whole text.</source>
        <translation>Cuántas veces ha leído el texto entero.</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>The time it has trained, without pauses.</source>
        <translation>El tiempo que ha entrenado, sin las pausas.</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>Fin previsto</translation>
    </message>
    <message>
        <source>The time of day at which it will be done.</source>
        <translation>La hora a la que terminará.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>1 in {number}</source>
        <translation>1 de cada {number}</translation>
    </message>
    <message>
        <source>1 in {number} million</source>
        <translation>1 de cada {number} millones</translation>
    </message>
    <message>
        <source>1 in {number} billion</source>
        <translation>1 de cada {number} mil millones</translation>
    </message>
    <message>
        <source>1 in {number} trillion</source>
        <translation>1 de cada {number} billones</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Restablecer valores</translation>
    </message>
    <message>
        <source>Everything is as it was at first.</source>
        <translation>Todo está como al principio.</translation>
    </message>
</context>
<context>
    <name>Formulas</name>
    <message>
        <source>The formulas with the numbers of this unit</source>
        <translation>Las fórmulas con los números de esta unidad</translation>
    </message>
    <message>
        <source>Unit {unit} at “{word}”</source>
        <translation>Unidad {unit} en «{word}»</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>Unidad {unit}</translation>
    </message>
    <message>
        <source>x_t is what the layer reads: the word&apos;s vector, or the hidden state of the layer below. h_{t−1} are the hidden states of all its units at the word before. W, U and b are what the network has learned. σ makes of any number one from 0 to 1, tanh one from −1 to 1; ⊙ multiplies unit by unit. Numbers are rounded to three decimals; ≈ stands where that shows.</source>
        <translation>x_t es lo que lee la capa: el vector de la palabra o el estado oculto de la capa de abajo. h_{t−1} son los estados ocultos de todas sus unidades en la palabra anterior. W, U y b son lo que la red ha aprendido. σ convierte cualquier número en uno de 0 a 1; tanh, en uno de −1 a 1; ⊙ multiplica unidad por unidad. Los números se redondean a tres decimales; ≈ indica dónde se nota.</translation>
    </message>
</context>
<context>
    <name>GradientPicture</name>
    <message>
        <source>steps back from the word whose loss it is</source>
        <translation>pasos hacia atrás desde la palabra de la pérdida</translation>
    </message>
    <message>
        <source>norm of the gradient for the hidden state (thin: before training)</source>
        <translation>norma del gradiente del estado oculto (fino: antes de entrenar)</translation>
    </message>
    <message>
        <source>norm of the gradient for the hidden state</source>
        <translation>norma del gradiente del estado oculto</translation>
    </message>
    <message>
        <source>LSTM, cell state</source>
        <translation>LSTM, estado de la celda</translation>
    </message>
    <message>
        <source>{far} words back the gradient is: LSTM {lstm}, GRU {gru}, RNN {rnn}.</source>
        <translation>{far} palabras atrás el gradiente es: LSTM {lstm}, GRU {gru}, RNN {rnn}.</translation>
    </message>
    <message>
        <source>Where the LSTM&apos;s line is below its thin one: before training its forget gates let nearly the same through in every unit, about 0.7, and it has learned to forget.</source>
        <translation>Donde la línea de la LSTM queda por debajo de la fina: antes de entrenar, sus puertas de olvido dejaban pasar casi lo mismo en todas las unidades, cerca de 0,7, y ha aprendido a olvidar.</translation>
    </message>
    <message>
        <source>Steps back</source>
        <translation>Pasos atrás</translation>
    </message>
    <message>
        <source>{name} before training</source>
        <translation>{name} antes de entrenar</translation>
    </message>
</context>
<context>
    <name>GrowingSlider</name>
    <message>
        <source>Write at each</source>
        <translation>Escribir con cada una</translation>
    </message>
    <message>
        <source>Let each snapshot write on from the same text, with the same seed and the settings above</source>
        <translation>Dejar que cada instantánea siga el mismo texto, con la misma semilla y los ajustes de arriba</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop writing; what has been written stays</source>
        <translation>Dejar de escribir; lo escrito se conserva</translation>
    </message>
    <message>
        <source>The same text written on by earlier states of this model, so that you see how it learned. They are kept in memory until another training begins or a model is opened (at most {count} of them, and {size} MB beside the best and the latest). They are not saved with the model. Each is the network alone.</source>
        <translation>El mismo texto, continuado por estados anteriores de este modelo, para ver cómo aprendió. Se conservan en memoria hasta que empiece otro entrenamiento o se abra un modelo (como máximo {count}, y {size} MB aparte de la mejor y la última). No se guardan con el modelo. Cada una es la red sola.</translation>
    </message>
    <message>
        <source>Snapshots of the training, the earliest first</source>
        <translation>Instantáneas del entrenamiento, de la primera a la última</translation>
    </message>
    <message>
        <source>What this snapshot writes</source>
        <translation>Lo que escribe esta instantánea</translation>
    </message>
    <message numerus="yes">
        <source>Growing up · %Ln snapshots</source>
        <translation>
            <numerusform>Así fue aprendiendo · %Ln instantánea</numerusform>
            <numerusform>Así fue aprendiendo · %Ln instantáneas</numerusform>
        </translation>
    </message>
    <message>
        <source>after {time} · the best</source>
        <translation>tras {time} · la mejor</translation>
    </message>
    <message>
        <source>after {time}</source>
        <translation>tras {time}</translation>
    </message>
    <message>
        <source>Perplexity {value} on text it has not seen, after {words} words of training</source>
        <translation>Perplejidad {value} ante texto que no ha visto, tras {words} palabras de entrenamiento</translation>
    </message>
</context>
<context>
    <name>GrowingUp</name>
    <message>
        <source>Growing up</source>
        <translation>Así va aprendiendo</translation>
    </message>
    <message>
        <source>At every measurement it writes on from the same word, so that you see it learn.</source>
        <translation>En cada medición escribe a partir de la misma palabra, para ver cómo aprende.</translation>
    </message>
    <message>
        <source>Its first sentence comes with the first measurement.</source>
        <translation>La primera frase llega con la primera medición.</translation>
    </message>
    <message>
        <source>{time} · perplexity {value} · the best</source>
        <translation>{time} · perplejidad {value} · la mejor</translation>
    </message>
    <message>
        <source>{time} · perplexity {value}</source>
        <translation>{time} · perplejidad {value}</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Heat map: words across, units down</source>
        <translation>Mapa de calor: palabras a lo ancho, unidades hacia abajo</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
</context>
<context>
    <name>HeatWords</name>
    <message>
        <source>“{word}” · unit {unit}: {value}</source>
        <translation>«{word}» · unidad {unit}: {value}</translation>
    </message>
    <message>
        <source>“{word}” · units {numbers}: {value}</source>
        <translation>«{word}» · unidades {numbers}: {value}</translation>
    </message>
    <message>
        <source>what varies most on top</source>
        <translation>arriba, lo que más varía</translation>
    </message>
    <message>
        <source>by number</source>
        <translation>por número</translation>
    </message>
    <message>
        <source>{n} units, {order}</source>
        <translation>{n} unidades; {order}</translation>
    </message>
    <message>
        <source>a row is the mean of {n} units</source>
        <translation>cada fila es la media de {n} unidades</translation>
    </message>
    <message>
        <source>a row is the strongest of {n} units</source>
        <translation>cada fila es la más fuerte de {n} unidades</translation>
    </message>
    <message>
        <source>rows {first} to {last}</source>
        <translation>filas {first} a {last}</translation>
    </message>
    <message>
        <source>words {first} to {last} of {n}</source>
        <translation>palabras {first} a {last} de {n}</translation>
    </message>
    <message>
        <source>?: not known to the model</source>
        <translation>?: el modelo no la conoce</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>After</source>
        <translation>Tras</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Pasadas</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Held-out</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>It wrote</source>
        <translation>Escribió</translation>
    </message>
    <message>
        <source>Perplexity on the text it learns from</source>
        <translation>Perplejidad en el texto de entrenamiento</translation>
    </message>
    <message>
        <source>Perplexity on text it has not seen</source>
        <translation>Perplejidad en el texto reservado, que no ha visto</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Held-out perplexity: how unsure the model is about text it has not seen. Lower is better.</source>
        <translation>Perplejidad en el texto reservado: cuánto duda el modelo ante texto que no ha visto. Cuanto más baja, mejor.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop, keep the best</source>
        <translation>Detener y conservar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reading “{name}”</source>
        <translation>Leyendo «{name}»</translation>
    </message>
    <message>
        <source>Preparing to train on “{name}”</source>
        <translation>Preparando el entrenamiento con «{name}»</translation>
    </message>
    <message>
        <source>Training on “{name}”</source>
        <translation>Entrenando con «{name}»</translation>
    </message>
    <message>
        <source>Paused: training on “{name}”</source>
        <translation>En pausa: entrenamiento con «{name}»</translation>
    </message>
    <message>
        <source>Keeping the training, to go on later</source>
        <translation>Se guarda el entrenamiento para seguir después</translation>
    </message>
    <message>
        <source>Stopping, keeping the best</source>
        <translation>Deteniendo y conservando el mejor</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>The training is being prepared.</source>
        <translation>El entrenamiento se está preparando.</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>Se está deteniendo.</translation>
    </message>
    <message>
        <source>Measuring what it learned</source>
        <translation>Midiendo lo aprendido</translation>
    </message>
    <message>
        <source>held-out {value}</source>
        <translation>reservado {value}</translation>
    </message>
    <message>
        <source>until it stops improving</source>
        <translation>hasta que deje de mejorar</translation>
    </message>
    <message>
        <source>done at {time}</source>
        <translation>fin: {time}</translation>
    </message>
</context>
<context>
    <name>KeyHint</name>
    <message>
        <source>A number key takes a suggestion when the cursor follows a space or a word just taken; elsewhere it types the digit. To type a number after a space, press Esc first, or use the number pad. While a word is being typed, the suggestions begin as it does; Tab, Alt with a number or a click completes it.</source>
        <translation>Una tecla de número toma una sugerencia cuando el cursor sigue a un espacio o a una palabra recién tomada; en otro sitio escribe la cifra. Para escribir un número tras un espacio, pulsar antes Esc o usar el teclado numérico. Mientras se escribe una palabra, las sugerencias empiezan como ella; Tab, Alt con un número o un clic la completan.</translation>
    </message>
    <message>
        <source>{keys}: take, after a space; Alt+{keys}: anywhere. Tab: the first. Esc: back. Ctrl+Enter: on.</source>
        <translation>{keys} tras un espacio o Alt+{keys}: tomar. Tab: la primera. Esc: atrás. Ctrl+Intro: seguir.</translation>
    </message>
    <message>
        <source>Tab: take all. Ctrl+→: one word. {keys}: take, after a space; Alt+{keys}: anywhere. Esc: hide, then back.</source>
        <translation>Tab: tomar todo. Ctrl+→: una palabra. {keys} tras un espacio o Alt+{keys}: tomar. Esc: ocultar; luego, atrás.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>In English</source>
        <translation>En inglés</translation>
    </message>
    <message>
        <source>In Spanish</source>
        <translation>En español</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Ejemplo</translation>
    </message>
</context>
<context>
    <name>LearningCurve</name>
    <message>
        <source>{time}, pass {epoch}
held-out {held_out}
training {training}</source>
        <translation>{time}, pasada {epoch}
reservado {held_out}
entrenamiento {training}</translation>
    </message>
    <message>
        <source>Nothing has been measured yet.</source>
        <translation>Todavía no se ha medido nada.</translation>
    </message>
    <message>
        <source>Held-out perplexity went from {first} to {last} in {time}; the best was {best} after {when}. Training perplexity is {training}.</source>
        <translation>La perplejidad en el texto reservado pasó de {first} a {last} en {time}; la mejor fue {best}, tras {when}. La de entrenamiento es {training}.</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Curva de aprendizaje</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>perplejidad</translation>
    </message>
    <message>
        <source>minutes trained</source>
        <translation>minutos de entrenamiento</translation>
    </message>
    <message>
        <source>best {value}</source>
        <translation>mejor: {value}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>held-out text</source>
        <translation>texto reservado</translation>
    </message>
    <message>
        <source>How unsure the model is about text it has not seen.</source>
        <translation>Cuánto duda el modelo ante texto que no ha visto.</translation>
    </message>
    <message>
        <source>training text</source>
        <translation>texto de entrenamiento</translation>
    </message>
    <message>
        <source>How unsure the model is about text it is learning.</source>
        <translation>Cuánto duda el modelo ante el texto que está aprendiendo.</translation>
    </message>
    <message>
        <source>best</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>The point whose model is kept.</source>
        <translation>El punto cuyo modelo se conserva.</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>Unit</source>
        <extracomment>In the order in which one needs them.</extracomment>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>One of the numbers that a layer carries from word to word.</source>
        <translation>Uno de los números que una capa lleva de palabra en palabra.</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>The numbers by which the network reads a word; it learns them, and words that are used alike get similar ones.</source>
        <translation>Los números con los que la red lee una palabra; los aprende, y las palabras que se usan de modo parecido reciben números parecidos.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Units that are computed together; a layer above reads the one below.</source>
        <translation>Unidades que se calculan juntas; la capa de arriba lee la de abajo.</translation>
    </message>
    <message>
        <source>Hidden state</source>
        <translation>Estado oculto</translation>
    </message>
    <message>
        <source>What a layer hands on after each word, one number for each unit.</source>
        <translation>Lo que una capa transmite después de cada palabra, un número por unidad.</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>Estado de la celda</translation>
    </message>
    <message>
        <source>The second state of an LSTM, its memory, guarded by three gates.</source>
        <translation>El segundo estado de una LSTM, su memoria, controlada por tres puertas.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Puerta</translation>
    </message>
    <message>
        <source>A number from 0 to 1 for each unit that says how much passes.</source>
        <translation>Un número de 0 a 1 por unidad que dice cuánto pasa.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidato</translation>
    </message>
    <message>
        <source>What this word would write into the state, from −1 to 1.</source>
        <translation>Lo que esta palabra escribiría en el estado, de −1 a 1.</translation>
    </message>
    <message>
        <source>Forget gate</source>
        <translation>Puerta de olvido</translation>
    </message>
    <message>
        <source>In an LSTM: how much of the cell state is kept.</source>
        <translation>En una LSTM: cuánto del estado de la celda se conserva.</translation>
    </message>
    <message>
        <source>Input gate</source>
        <translation>Puerta de entrada</translation>
    </message>
    <message>
        <source>In an LSTM: how much of the candidate is written.</source>
        <translation>En una LSTM: cuánto del candidato se escribe.</translation>
    </message>
    <message>
        <source>Output gate</source>
        <translation>Puerta de salida</translation>
    </message>
    <message>
        <source>In an LSTM: how much of the cell state, after tanh, is shown as hidden state.</source>
        <translation>En una LSTM: cuánto del estado de la celda, tras pasar por tanh, se muestra como estado oculto.</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>A function that makes of any number one from −1 to 1; near 0 it changes little.</source>
        <translation>Función que convierte cualquier número en uno de −1 a 1; cerca de 0 lo cambia poco.</translation>
    </message>
    <message>
        <source>Bit</source>
        <translation>Bit</translation>
    </message>
    <message>
        <source>A unit of information: a word that gets twice as likely gains 1 bit. In “How far back”, 0 bits mean that no probability moves, 1 bit that nothing stays as it was.</source>
        <translation>Unidad de información: una palabra que se hace el doble de probable gana 1 bit. En «Cuánto recuerda», 0 bits significan que ninguna probabilidad se mueve; 1 bit, que nada queda como estaba.</translation>
    </message>
    <message>
        <source>&lt;unk&gt;</source>
        <translation>&lt;unk&gt;</translation>
    </message>
    <message>
        <source>Any word that the model does not know. It may be likely, but it is never written.</source>
        <translation>Cualquier palabra que el modelo no conoce. Puede ser probable, pero nunca se escribe.</translation>
    </message>
    <message>
        <source>¶</source>
        <translation>¶</translation>
    </message>
    <message>
        <source>The end of a paragraph. One is read before the first word: so the first state is not empty.</source>
        <translation>Fin de párrafo. Se lee uno antes de la primera palabra: por eso el primer estado no está vacío.</translation>
    </message>
    <message>
        <source>Reset gate</source>
        <translation>Puerta de reinicio</translation>
    </message>
    <message>
        <source>In a GRU: how much of the past goes into the candidate.</source>
        <translation>En una GRU: cuánto del pasado entra en el candidato.</translation>
    </message>
    <message>
        <source>Update gate</source>
        <translation>Puerta de actualización</translation>
    </message>
    <message>
        <source>In a GRU: how much of the old state is kept in place of the candidate.</source>
        <translation>En una GRU: cuánto del estado anterior se conserva en lugar del candidato.</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Retroalimentación</translation>
    </message>
    <message>
        <source>What comes out of one step goes into the next.</source>
        <translation>Lo que sale de un paso entra en el siguiente.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>How a small change of a number would change the error; it tells the network what to learn.</source>
        <translation>Cómo cambiaría el error si un número cambiara un poco; le dice a la red qué aprender.</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>How large a list of numbers is as a whole: the root of the sum of their squares.</source>
        <translation>Lo grande que es una lista de números en conjunto: la raíz de la suma de sus cuadrados.</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>Desvanecimiento del gradiente</translation>
    </message>
    <message>
        <source>The gradient gets so small on its way back through the words that nothing is learned from far back.</source>
        <translation>El gradiente se hace tan pequeño en su camino atrás por las palabras que de lo lejano no se aprende nada.</translation>
    </message>
    <message>
        <source>Held-out perplexity</source>
        <translation>Perplejidad en el texto reservado</translation>
    </message>
    <message>
        <source>How unsure the model is about text it has not seen: as unsure as choosing among so many words.</source>
        <translation>Cuánto duda el modelo ante texto que no ha visto: como si eligiera entre tantas palabras.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>The old woman looked at the bread. Then she went to the window.</source>
        <extracomment>All its words stand in the text that the examples were trained on, in each language.</extracomment>
        <translation>La abuela miró la mesa. Después se fue a la ventana.</translation>
    </message>
    <message>
        <source>She thought that the dog</source>
        <extracomment>Another third word changes plainly what is likely after the last one: &quot;that&quot; begins a clause, &quot;about&quot; does not.</extracomment>
        <translation>Lucía pensó que la abuela</translation>
    </message>
    <message>
        <source>Then she went to the</source>
        <extracomment>Five words, as many as the shapes have.</extracomment>
        <translation>Después se fue a la</translation>
    </message>
    <message>
        <source>&quot;I will go to the house with you</source>
        <extracomment>Somebody is speaking: that is what a gated cell still knows at its end, and the plain RNN does not.</extracomment>
        <translation>—Yo voy a la casa de mi abuela</translation>
    </message>
    <message>
        <source>What a sequence model is</source>
        <translation>Qué es un modelo de secuencias</translation>
    </message>
    <message>
        <source>It reads word by word and carries a state along.</source>
        <translation>Lee palabra por palabra y lleva consigo un estado.</translation>
    </message>
    <message>
        <source>A sequence model reads a text one word at a time. After each word it says how likely every word it knows is to come next.</source>
        <translation>Un modelo de secuencias lee un texto palabra por palabra. Después de cada una dice qué probabilidad tiene de seguir cada palabra que conoce.</translation>
    </message>
    <message>
        <source>From one word to the next it carries a list of numbers, the hidden state (an LSTM carries the cell state too). Each number belongs to one unit. This state is all that the model still has of the words before.</source>
        <translation>De una palabra a la siguiente lleva una lista de números, el estado oculto (una LSTM lleva además el estado de la celda). Cada número es de una unidad. Ese estado es todo lo que al modelo le queda de las palabras anteriores.</translation>
    </message>
    <message>
        <source>The three shapes</source>
        <translation>Las tres formas</translation>
    </message>
    <message>
        <source>Many to one, many to many, one to many: one network, three uses.</source>
        <translation>Muchas a una, muchas a muchas, una a muchas: una red, tres usos.</translation>
    </message>
    <message>
        <source>The same network is used in three ways. They differ in what goes in and what is taken out.</source>
        <translation>La misma red se usa de tres maneras. Se distinguen en lo que entra y en lo que se toma a la salida.</translation>
    </message>
    <message>
        <source>Press the three buttons above the picture one after the other, and find what goes in and what comes out.</source>
        <translation>Pulsar uno tras otro los tres botones de encima de la imagen y buscar qué entra y qué sale.</translation>
    </message>
    <message>
        <source>The cell and its weights are the same in every column and in every shape. Only which inputs are given and which outputs are used changes.</source>
        <translation>La celda y sus pesos son los mismos en cada columna y en cada forma. Solo cambia qué entradas se dan y qué salidas se usan.</translation>
    </message>
    <message>
        <source>Many to one</source>
        <translation>Muchas a una</translation>
    </message>
    <message>
        <source>Five words in, one out: the next word.</source>
        <translation>Entran cinco palabras, sale una: la siguiente.</translation>
    </message>
    <message>
        <source>Many to many</source>
        <translation>Muchas a muchas</translation>
    </message>
    <message>
        <source>Five words in, five out: the next five words.</source>
        <translation>Entran cinco palabras, salen cinco: las cinco siguientes.</translation>
    </message>
    <message>
        <source>One to many</source>
        <translation>Una a muchas</translation>
    </message>
    <message>
        <source>One word in, five out: a text that grows from one word.</source>
        <translation>Entra una palabra, salen cinco: un texto que crece desde una palabra.</translation>
    </message>
    <message>
        <source>Feedback means that what comes out of one step goes into the next. A recurrent network always has it: the hidden state after one word goes into the step of the next word.</source>
        <translation>Retroalimentación es que lo que sale de un paso entra en el siguiente. Una red recurrente siempre la tiene: el estado oculto después de una palabra entra en el paso de la siguiente.</translation>
    </message>
    <message>
        <source>When the network writes, there is a second feedback: the word that was chosen is read as the next input.</source>
        <translation>Cuando la red escribe hay una segunda: la palabra elegida se lee como entrada siguiente.</translation>
    </message>
    <message>
        <source>Choose the last shape, one to many. Follow a word from where it comes out to where it goes in again. Then press “Let it go on”.</source>
        <translation>Elegir la última forma, una a muchas. Seguir una palabra desde donde sale hasta donde vuelve a entrar. Después, pulsar «Que siga».</translation>
    </message>
    <message>
        <source>Two things go from a column to the next: the state, always; and, in writing, the chosen word, marked as fed back. So one other word early on can change all that follows.</source>
        <translation>De una columna a la siguiente pasan dos cosas: el estado, siempre; y, al escribir, la palabra elegida, marcada como devuelta. Por eso otra palabra al principio puede cambiar todo lo que sigue.</translation>
    </message>
    <message>
        <source>Why the plain RNN forgets</source>
        <translation>Por qué olvida la RNN simple</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back through the words.</source>
        <translation>El gradiente se desvanece en su camino atrás por las palabras.</translation>
    </message>
    <message>
        <source>A plain RNN makes its whole hidden state anew at each word. What it read earlier must survive every one of these steps.</source>
        <translation>Una RNN simple rehace todo su estado oculto en cada palabra. Lo leído antes tiene que sobrevivir a cada uno de esos pasos.</translation>
    </message>
    <message>
        <source>It learns by going back: the gradient says how a small change of an earlier state would change the error of now. At every step back it is multiplied, and mostly gets smaller. After many steps almost nothing is left: the vanishing gradient. What lies further back is then hardly learned.</source>
        <translation>Aprende yendo hacia atrás: el gradiente dice cómo cambiaría el error de ahora si un estado anterior cambiara un poco. En cada paso atrás se multiplica, y casi siempre se hace menor. Tras muchos pasos no queda casi nada: el desvanecimiento del gradiente. Lo que está más atrás apenas se aprende.</translation>
    </message>
    <message>
        <source>RNN</source>
        <translation>RNN</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>La carrera</translation>
    </message>
    <message>
        <source>In the map of the forget gate, find the column of the full stop. Then choose one unit and look at its cell (“Cell”, where it is not in sight).</source>
        <translation>En el mapa de la puerta de olvido, buscar la columna del punto. Después, elegir una unidad y mirar su celda («Celda», si no está a la vista).</translation>
    </message>
    <message>
        <source>On average the forget gate is lower at the full stop than at most other words: the sentence is over, and much of it is forgotten. Single units may do otherwise. In each cell: forget gate × old cell state + input gate × candidate is the new cell state.</source>
        <translation>De media, la puerta de olvido es más baja en el punto que en casi todas las demás palabras: la frase ha terminado y mucho de ella se olvida. Alguna unidad puede hacer otra cosa. En cada celda: puerta de olvido × estado anterior de la celda + puerta de entrada × candidato es el nuevo estado de la celda.</translation>
    </message>
    <message>
        <source>How much of the cell state is shown as hidden state: 1 shows all, 0 shows nothing. The cell state goes through tanh first, so that what is shown lies from −1 to 1.</source>
        <translation>Cuánto del estado de la celda se muestra como estado oculto: 1 muestra todo, 0 no muestra nada. Antes, el estado de la celda pasa por tanh, de modo que lo que se muestra queda entre −1 y 1.</translation>
    </message>
    <message>
        <source>In the map of the update gate, look at the first word of each sentence. Then find a unit that is near 1 at some word, and look at its hidden state there and at the word before.</source>
        <translation>En el mapa de la puerta de actualización, mirar la primera palabra de cada frase. Después, buscar una unidad que esté cerca de 1 en alguna palabra y mirar su estado oculto ahí y en la palabra anterior.</translation>
    </message>
    <message>
        <source>On average the update gate is lower at the first word of a sentence than at most other words: much is written anew. Where it is near 1, the hidden state stays nearly as it was at the word before; where it is near 0, it becomes the candidate.</source>
        <translation>De media, la puerta de actualización es más baja en la primera palabra de una frase que en casi todas las demás: mucho se escribe de nuevo. Donde está cerca de 1, el estado oculto queda casi como en la palabra anterior; donde está cerca de 0, pasa a ser el candidato.</translation>
    </message>
    <message>
        <source>The LSTM’s four blocks</source>
        <translation>Los cuatro bloques de la LSTM</translation>
    </message>
    <message>
        <source>Press “Play” and follow the sentence from left to right. Then change the third word: in the example, “that” to “about”.</source>
        <translation>Pulsar «Reproducir» y seguir la frase de izquierda a derecha. Después, cambiar la tercera palabra: en el ejemplo, «que» por «en».</translation>
    </message>
    <message>
        <source>There is one column for each word, and the state goes from column to column. After another third word, the first two columns are as before; from the third on another state goes on. In the example, the words after “dog” change too: after “that” a verb is likely, after “about” the end of the sentence. How much changes at the end depends on the words and on what the model has learned.</source>
        <translation>Hay una columna por palabra, y el estado va de columna en columna. Con otra tercera palabra, las dos primeras columnas quedan como antes; desde la tercera sigue otro estado. En el ejemplo cambian también las palabras tras «abuela»: con «que» la frase puede seguir de muchas maneras; con «en» lo más probable es que acabe. Cuánto cambia al final depende de las palabras y de lo que el modelo ha aprendido.</translation>
    </message>
    <message>
        <source>Somebody begins to speak in this sentence. A bar says how much the next word depends on a word. Look at the bar of the first mark, in the RNN and then in the LSTM. Then start the race; it takes two minutes.</source>
        <translation>En esta frase alguien empieza a hablar. Cada barra dice cuánto depende la palabra siguiente de una palabra. Mirar la barra del primer signo, en la RNN y después en la LSTM. Después, empezar la carrera; dura dos minutos.</translation>
    </message>
    <message>
        <source>On the logarithmic scale, the mark that opens the speech still counts many times more in the LSTM than in the RNN; it is what has to be remembered. The last word has a high bar in both, for the near past is known to every network; the words between say less about what comes next. In the race: whose gradient falls fastest on the way back, and who predicts worst? The verdict says it, also if the plain RNN does not lose.</source>
        <translation>En la escala logarítmica, el signo que abre el diálogo cuenta aún muchas veces más en la LSTM que en la RNN; es lo que hay que recordar. La última palabra tiene una barra alta en las dos, pues el pasado cercano lo conoce cualquier red; las palabras de en medio dicen menos de lo que sigue. En la carrera: ¿de quién cae antes el gradiente hacia atrás y quién predice peor? El veredicto lo dice, también si la RNN simple no pierde.</translation>
    </message>
    <message>
        <source>Forget gate, input gate, cell state, output gate.</source>
        <translation>Puerta de olvido, puerta de entrada, estado de la celda, puerta de salida.</translation>
    </message>
    <message>
        <source>An LSTM carries a second state, the cell state. Three gates guard it. A gate is a number from 0 to 1 for each unit, made anew at each word.</source>
        <translation>Una LSTM lleva un segundo estado, el estado de la celda. Lo controlan tres puertas. Una puerta es un número de 0 a 1 por unidad, calculado de nuevo en cada palabra.</translation>
    </message>
    <message>
        <source>It multiplies the old cell state: 1 keeps all, 0 forgets all.</source>
        <translation>Multiplica el estado anterior de la celda: 1 conserva todo, 0 olvida todo.</translation>
    </message>
    <message>
        <source>It multiplies the candidate, what this word would write: 1 writes all, 0 writes nothing.</source>
        <translation>Multiplica el candidato, lo que esta palabra escribiría: 1 escribe todo, 0 no escribe nada.</translation>
    </message>
    <message>
        <source>What was kept plus what was written.</source>
        <translation>Lo conservado más lo escrito.</translation>
    </message>
    <message>
        <source>The GRU’s three blocks</source>
        <translation>Los tres bloques de la GRU</translation>
    </message>
    <message>
        <source>Reset gate, update gate, hidden state.</source>
        <translation>Puerta de reinicio, puerta de actualización, estado oculto.</translation>
    </message>
    <message>
        <source>A GRU does with one state and two gates. It has no cell state.</source>
        <translation>A una GRU le bastan un estado y dos puertas. No tiene estado de la celda.</translation>
    </message>
    <message>
        <source>How much of the past goes into the candidate: 1 uses all of it, 0 ignores it.</source>
        <translation>Cuánto del pasado entra en el candidato: 1 lo usa entero, 0 lo ignora.</translation>
    </message>
    <message>
        <source>Old state against candidate: 1 keeps the old state, 0 takes the candidate.</source>
        <translation>Estado anterior frente a candidato: 1 conserva el estado anterior, 0 toma el candidato.</translation>
    </message>
    <message>
        <source>Update gate × old state + (1 − update gate) × candidate.</source>
        <translation>Puerta de actualización × estado anterior + (1 − puerta de actualización) × candidato.</translation>
    </message>
</context>
<context>
    <name>LessonColumn</name>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>The terms, each in one sentence</source>
        <translation>Los términos, cada uno en una frase</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>Cerrar la lección</translation>
    </message>
    <message>
        <source>With your model</source>
        <translation>Con el modelo propio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Lesson {n} of {all}</source>
        <translation>Lección {n} de {all}</translation>
    </message>
    <message>
        <source>This is the first lesson.</source>
        <translation>Esta es la primera lección.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Bring the page, with the example model ({cell})</source>
        <translation>Abrir la página, con el modelo de ejemplo ({cell})</translation>
    </message>
    <message>
        <source>Your model has another cell than the one this lesson is about.</source>
        <translation>El modelo propio tiene una celda distinta de la de esta lección.</translation>
    </message>
    <message>
        <source>Bring the page, with the model that is open</source>
        <translation>Abrir la página, con el modelo abierto</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Hacer</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Ver</translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Each has a few sentences, one thing to do and one thing to see. No model of your own is needed.</source>
        <translation>Cada una tiene unas frases, algo que hacer y algo que ver. No hace falta un modelo propio.</translation>
    </message>
    <message>
        <source>Six short lessons</source>
        <translation>Seis lecciones breves</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glosario</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ hecha</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>aún no hecha</translation>
    </message>
</context>
<context>
    <name>LoadedPage</name>
    <message>
        <source>Train on this</source>
        <translation>Entrenar con él</translation>
    </message>
    <message>
        <source>Another text…</source>
        <translation>Otro texto…</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>Palabras más frecuentes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Distinct words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Oraciones</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>What it is made of, and how it learned</source>
        <translation>De qué está hecho y cómo aprendió</translation>
    </message>
    <message>
        <source>Unrolled</source>
        <translation>Desplegada</translation>
    </message>
    <message>
        <source>The network column by column: the three shapes, and each word fed back as the next input</source>
        <translation>La red columna a columna: las tres formas, y cada palabra devuelta como entrada siguiente</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>Microscopio</translation>
    </message>
    <message>
        <source>Every gate and state while it reads the sentence</source>
        <translation>Cada puerta y cada estado mientras lee la frase</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Cuánto recuerda</translation>
    </message>
    <message>
        <source>How much the next word depends on the words before it</source>
        <translation>Cuánto depende la palabra siguiente de las anteriores</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>La carrera</translation>
    </message>
    <message>
        <source>RNN, LSTM and GRU learn the same text side by side</source>
        <translation>RNN, LSTM y GRU aprenden el mismo texto a la par</translation>
    </message>
    <message>
        <source>Why this word</source>
        <translation>Por qué esta palabra</translation>
    </message>
    <message>
        <source>What each word did for the next one, and similar moments in the text</source>
        <translation>Qué hizo cada palabra por la siguiente, y momentos parecidos del texto</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lecciones</translation>
    </message>
    <message>
        <source>Six short lessons, each with something to do and to see</source>
        <translation>Seis lecciones breves, cada una con algo que hacer y que ver</translation>
    </message>
</context>
<context>
    <name>Measurer</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>MemoryCurvePicture</name>
    <message>
        <source>How far back the model remembers</source>
        <translation>Hasta dónde recuerda el modelo</translation>
    </message>
    <message numerus="yes">
        <source>Half of what it remembers lies within the last %n words.</source>
        <translation>
            <numerusform>La mitad de lo que recuerda está en la última palabra.</numerusform>
            <numerusform>La mitad de lo que recuerda está en las últimas %n palabras.</numerusform>
        </translation>
    </message>
    <message>
        <source>The farthest word that moves the next one by {least} bits or more is {distance} back.</source>
        <translation>La palabra más lejana que mueve la siguiente en {least} bits o más está {distance} atrás.</translation>
    </message>
    <message>
        <source>Words back</source>
        <translation>Palabras atrás</translation>
    </message>
    <message>
        <source>Mean, bits</source>
        <translation>Media, bits</translation>
    </message>
    <message>
        <source>At least, bits</source>
        <translation>Mínimo, bits</translation>
    </message>
    <message>
        <source>At most, bits</source>
        <translation>Máximo, bits</translation>
    </message>
    <message>
        <source>words back</source>
        <translation>palabras atrás</translation>
    </message>
    <message>
        <source>half lies to the left</source>
        <translation>la mitad queda a la izquierda</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>Type a sentence above.</source>
        <translation>Escribir una frase arriba.</translation>
    </message>
    <message>
        <source>Next swap</source>
        <translation>Otro cambio</translation>
    </message>
    <message>
        <source>Put another word in its place</source>
        <translation>Poner otra palabra en su lugar</translation>
    </message>
    <message>
        <source>Bar: the mean over other words in its place. Line: from the one that moves the least to the one that moves the most.</source>
        <translation>Barra: la media con otras palabras en su lugar. Línea: de la que menos mueve a la que más mueve.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Choose a text…</source>
        <translation>Elegir un texto…</translation>
    </message>
    <message>
        <source>What the next word depends on</source>
        <translation>De qué depende la palabra siguiente</translation>
    </message>
    <message>
        <source>One swap</source>
        <translation>Un cambio</translation>
    </message>
    <message>
        <source>How far back the model remembers</source>
        <translation>Hasta dónde recuerda el modelo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier words are read and not swapped.</source>
        <translation>
            <numerusform>%Ln palabra anterior se lee y no se cambia.</numerusform>
            <numerusform>%Ln palabras anteriores se leen y no se cambian.</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap {n} of {all}</source>
        <translation>Cambio {n} de {all}</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Medir de nuevo</translation>
    </message>
    <message>
        <source>Go no further; what is shown stays</source>
        <translation>Dejar de medir; lo que se ve se conserva</translation>
    </message>
    <message>
        <source>Measure the model as it is now</source>
        <translation>Medir el modelo tal como está ahora</translation>
    </message>
    <message>
        <source>Open a text to measure this: best the one that the model learnt from.</source>
        <translation>Abrir un texto para medirlo: mejor, aquel del que aprendió el modelo.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>There is nothing to measure in this text.</source>
        <translation>En este texto no hay nada que medir.</translation>
    </message>
    <message>
        <source>{done} of {all} passages; the band holds the mean in 95 of 100 such samples (bootstrap).</source>
        <translation>{done} de {all} pasajes; la banda contiene la media en 95 de cada 100 muestras así (bootstrap).</translation>
    </message>
    <message>
        <source>Measured on an earlier snapshot of this training.</source>
        <translation>Medido con una instantánea anterior de este entrenamiento.</translation>
    </message>
    <message>
        <source>On a part of “{name}”, from all of which this model has learnt: another text was held out in training. Open that one to measure on words that it has not seen.</source>
        <translation>Con una parte de «{name}», texto del que este modelo aprendió entero: en el entrenamiento se reservó otro texto. Abrir ese para medir con palabras que no ha visto.</translation>
    </message>
    <message>
        <source>On the part of “{name}” that was held out in training.</source>
        <translation>Con la parte de «{name}» reservada en el entrenamiento.</translation>
    </message>
    <message>
        <source>On “{name}”, which this model did not learn from.</source>
        <translation>Con «{name}», del que este modelo no aprendió.</translation>
    </message>
    <message>
        <source>On a part of “{name}”; this model does not say which text it learnt from.</source>
        <translation>Con una parte de «{name}»; este modelo no dice de qué texto aprendió.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;text…</source>
        <translation>Abrir &amp;texto…</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>Abrir &amp;modelo…</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Recientes</translation>
    </message>
    <message>
        <source>&amp;Save model</source>
        <translation>&amp;Guardar modelo</translation>
    </message>
    <message>
        <source>Save model &amp;as…</source>
        <translation>Guardar modelo &amp;como…</translation>
    </message>
    <message>
        <source>Save t&amp;ext as…</source>
        <translation>Guardar te&amp;xto como…</translation>
    </message>
    <message>
        <source>&amp;Print text…</source>
        <translation>Im&amp;primir texto…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>E&amp;ditar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Other words &amp;here</source>
        <translation>&amp;Otras palabras aquí</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Copiar todo</translation>
    </message>
    <message>
        <source>&amp;Show who wrote what</source>
        <translation>&amp;Mostrar quién escribió qué</translation>
    </message>
    <message>
        <source>The page of “Write” is empty.</source>
        <translation>La página de «Escribir» está vacía.</translation>
    </message>
    <message>
        <source>Nothing has been changed on the page.</source>
        <translation>No se ha cambiado nada en la página.</translation>
    </message>
    <message>
        <source>Nothing has been undone.</source>
        <translation>No se ha deshecho nada.</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entrenar</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Empe&amp;zar a entrenar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>S&amp;top and keep the best</source>
        <translation>&amp;Detener y conservar el mejor</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;How it goes</source>
        <translation>&amp;Cómo funciona</translation>
    </message>
    <message>
        <source>&amp;About textgen</source>
        <translation>&amp;Acerca de textgen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>No text and no model has been opened yet.</source>
        <translation>Aún no se ha abierto ningún texto ni modelo.</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>&amp;Borrar esta lista</translation>
    </message>
    <message>
        <source>There is no model yet.</source>
        <translation>Aún no hay ningún modelo.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuar</translation>
    </message>
    <message>
        <source>A training is running already.</source>
        <translation>Ya hay un entrenamiento en marcha.</translation>
    </message>
    <message>
        <source>Open a text first.</source>
        <translation>Abrir antes un texto.</translation>
    </message>
    <message>
        <source>There is nothing to pause yet.</source>
        <translation>Aún no hay nada que pausar.</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>Se está deteniendo.</translation>
    </message>
    <message>
        <source>No training is running.</source>
        <translation>No hay ningún entrenamiento en marcha.</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Cómo funciona</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Text.&lt;/b&gt; Drop a text of your own on the window, or take one of the samples.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Train.&lt;/b&gt; Say how long you have. The curve shows how unsure the model still is about text it has not seen; the samples beside it show how its writing grows up.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Write.&lt;/b&gt; Begin a sentence and let the model go on: the next word, the next five, or a whole passage from one word. The keys 1 to 9 take a suggestion.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Look inside.&lt;/b&gt; What the model is made of.&lt;/p&gt;&lt;p&gt;Ctrl+1 to Ctrl+4 go from place to place, Ctrl+S saves the model as one file, Ctrl+P prints the text, Ctrl+Shift+P pauses the training.&lt;/p&gt;&lt;p&gt;Everything happens on this computer. Nothing is sent anywhere.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Texto.&lt;/b&gt; Soltar en la ventana un texto propio o tomar uno de los ejemplos.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Entrenar.&lt;/b&gt; Indicar cuánto tiempo hay. La curva muestra cuánto duda aún el modelo ante texto que no ha visto; las muestras de al lado, cómo va aprendiendo a escribir.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Escribir.&lt;/b&gt; Empezar una frase y dejar que el modelo la siga: la palabra siguiente, las cinco siguientes o un pasaje entero desde una palabra. Las teclas del 1 al 9 toman una sugerencia.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Por dentro.&lt;/b&gt; De qué está hecho el modelo.&lt;/p&gt;&lt;p&gt;Ctrl+1 a Ctrl+4 van de un lugar a otro; Ctrl+S guarda el modelo en un solo archivo; Ctrl+P imprime el texto; Ctrl+Mayús+P pausa el entrenamiento.&lt;/p&gt;&lt;p&gt;Todo ocurre en este equipo. Nada se envía a ninguna parte.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About textgen</source>
        <translation>Acerca de textgen</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;textgen {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Trains a small recurrent network on a text of your own, on your own computer, and writes with it.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;textgen {version}&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Entrena una pequeña red recurrente con un texto propio, en el propio equipo, y escribe con ella.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>MicroscopeBar</name>
    <message>
        <source>Play: go through the words one by one (Space)</source>
        <translation>Reproducir: recorrer las palabras una a una (Espacio)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Varying</source>
        <translation>Variación</translation>
    </message>
    <message>
        <source>The units that vary most along the sentence on top</source>
        <translation>Arriba, las unidades que más varían a lo largo de la frase</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>The units in the order of their numbers</source>
        <translation>Las unidades en el orden de sus números</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Find a unit by its number and follow it</source>
        <translation>Buscar una unidad por su número y seguirla</translation>
    </message>
    <message>
        <source>Higher rows, with a number in each field where it has room (+)</source>
        <translation>Filas más altas, con un número en cada casilla donde cabe (+)</translation>
    </message>
    <message>
        <source>Lower rows, more units in sight (−)</source>
        <translation>Filas más bajas, más unidades a la vista (−)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Layer {n}</source>
        <translation>Capa {n}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>All units are in sight.</source>
        <translation>Todas las unidades están a la vista.</translation>
    </message>
    <message>
        <source>Rows are as high as they get.</source>
        <translation>Las filas no pueden ser más altas.</translation>
    </message>
</context>
<context>
    <name>MicroscopePage</name>
    <message>
        <source>All units</source>
        <translation>Todas las unidades</translation>
    </message>
    <message>
        <source>One unit</source>
        <translation>Una unidad</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>Next word</source>
        <translation>Palabra siguiente</translation>
    </message>
    <message>
        <source>Words in, one word out: the words that may follow, the likeliest first.</source>
        <translation>Entran palabras, sale una: las que pueden seguir, de más a menos probable.</translation>
    </message>
    <message>
        <source>Next five words</source>
        <translation>Cinco siguientes</translation>
    </message>
    <message>
        <source>Words in, five words out: whole continuations, the likeliest first.</source>
        <translation>Entran palabras, salen cinco: continuaciones enteras, de más a menos probable.</translation>
    </message>
    <message>
        <source>From one word</source>
        <translation>Desde una palabra</translation>
    </message>
    <message>
        <source>One seed word in, many words out: each word that is written is read as the next input.</source>
        <translation>Entra una palabra semilla, salen muchas: cada palabra escrita se lee como la entrada siguiente.</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Save model</source>
        <translation>Guardar modelo</translation>
    </message>
    <message>
        <source>Save the model as a file (Ctrl+S)</source>
        <translation>Guardar el modelo en un archivo (Ctrl+S)</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Todavía no hay modelo</translation>
    </message>
    <message>
        <source>snapshot, not saved</source>
        <translation>instantánea sin guardar</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
</context>
<context>
    <name>MomentsTable</name>
    <message>
        <source>The words before</source>
        <translation>Las palabras anteriores</translation>
    </message>
    <message>
        <source>What came next</source>
        <translation>Lo que siguió</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Similar moments in the text</source>
        <translation>Momentos parecidos del texto</translation>
    </message>
    <message>
        <source>Click or arrow keys: see it in its place. Ctrl+C: copy the table.</source>
        <translation>Clic o flechas: verlo en su lugar. Ctrl+C: copiar la tabla.</translation>
    </message>
    <message>
        <source>Between the hidden states of the last layer, in a straight line (Euclidean)</source>
        <translation>Entre los estados ocultos de la última capa, en línea recta (euclídea)</translation>
    </message>
</context>
<context>
    <name>MoreSampling</name>
    <message>
        <source>Roll a seed</source>
        <translation>Semilla al azar</translation>
    </message>
    <message>
        <source>Choose a seed at random; with the same seed the same words are written again</source>
        <translation>Elegir una semilla al azar; con la misma semilla se escriben otra vez las mismas palabras</translation>
    </message>
    <message>
        <source>How daring</source>
        <translation>Cuánto arriesgar</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>What predicts</source>
        <translation>Qué predice</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Lo mismo otra vez</translation>
    </message>
    <message>
        <source>What else can predict is counted and weighed at the end of a training; this model has none of it.</source>
        <translation>Lo demás que puede predecir se cuenta y se pondera al final de un entrenamiento; este modelo no tiene nada de ello.</translation>
    </message>
    <message>
        <source>The model does not know {words}.</source>
        <translation>El modelo no conoce {words}.</translation>
    </message>
</context>
<context>
    <name>MoreSettings</name>
    <message>
        <source>Reset to defaults</source>
        <translation>Restablecer valores</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>La red</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>El entrenamiento</translation>
    </message>
    <message>
        <source>Everything is as it was at first.</source>
        <translation>Todo está como al principio.</translation>
    </message>
</context>
<context>
    <name>NoModel</name>
    <message>
        <source>&amp;Open a model…</source>
        <translation>A&amp;brir un modelo…</translation>
    </message>
    <message>
        <source>Open a model that was saved before</source>
        <translation>Abrir un modelo guardado</translation>
    </message>
    <message>
        <source>No model to write with yet</source>
        <translation>Todavía no hay un modelo con el que escribir</translation>
    </message>
    <message>
        <source>Train one on a text of yours, or open one that you have saved. Then the words come here.</source>
        <translation>Entrenar uno con un texto propio o abrir uno guardado. Entonces las palabras llegan aquí.</translation>
    </message>
    <message>
        <source>Train a &amp;model</source>
        <translation>Entrenar un &amp;modelo</translation>
    </message>
    <message>
        <source>The model is learning its first words</source>
        <translation>El modelo está aprendiendo sus primeras palabras</translation>
    </message>
    <message>
        <source>As soon as there is a first snapshot of it, you can write with it while it goes on learning.</source>
        <translation>En cuanto haya una primera instantánea, se podrá escribir con ella mientras el modelo sigue aprendiendo.</translation>
    </message>
    <message>
        <source>&amp;Watch it learn</source>
        <translation>&amp;Ver cómo aprende</translation>
    </message>
    <message>
        <source>Go to the place “Train”</source>
        <translation>Ir a «Entrenar»</translation>
    </message>
    <message>
        <source>Your text on the page is kept.</source>
        <translation>El texto de la página se conserva.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>Cerrar este aviso</translation>
    </message>
</context>
<context>
    <name>OneWord</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop writing (Esc)</source>
        <translation>Dejar de escribir (Esc)</translation>
    </message>
    <message>
        <source>Nothing is being written.</source>
        <translation>No se está escribiendo nada.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>&amp;Again</source>
        <translation>Otra &amp;vez</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>Escri&amp;bir</translation>
    </message>
    <message>
        <source>It is writing.</source>
        <translation>Está escribiendo.</translation>
    </message>
    <message>
        <source>L&amp;onger</source>
        <translation>&amp;Más largo</translation>
    </message>
    <message>
        <source>Sho&amp;rter</source>
        <translation>Más &amp;corto</translation>
    </message>
    <message>
        <source>Write all the same</source>
        <translation>Escribir de todos modos</translation>
    </message>
    <message>
        <source>Type the first letters of another to see those that it knows, or go on with this one:</source>
        <translation>Escribir las primeras letras de otra para ver las que conoce, o seguir con esta:</translation>
    </message>
    <message numerus="yes">
        <source>Write %Ln more words where it ends</source>
        <translation>
            <numerusform>Escribir %Ln palabra más donde termina</numerusform>
            <numerusform>Escribir %Ln palabras más donde termina</numerusform>
        </translation>
    </message>
    <message>
        <source>Take its last sentence back</source>
        <translation>Quitar su última frase</translation>
    </message>
    <message>
        <source>It is too short for that.</source>
        <translation>Es demasiado corto para eso.</translation>
    </message>
    <message>
        <source>Type a seed word first.</source>
        <translation>Antes hay que poner una palabra semilla.</translation>
    </message>
    <message>
        <source>Write it anew; Ctrl+Z brings this one back</source>
        <translation>Escribirlo de nuevo; Ctrl+Z recupera este</translation>
    </message>
    <message>
        <source>Write from the seed word</source>
        <translation>Escribir a partir de la palabra semilla</translation>
    </message>
    <message>
        <source>a word to begin with</source>
        <translation>una palabra para empezar</translation>
    </message>
    <message>
        <source>Seed word</source>
        <translation>Palabra semilla</translation>
    </message>
    <message>
        <source>How many words to write, from {low} to {high}</source>
        <translation>Cuántas palabras escribir, de {low} a {high}</translation>
    </message>
    <message>
        <source>Length in words</source>
        <translation>Longitud en palabras</translation>
    </message>
    <message>
        <source>&amp;Seed word</source>
        <translation>Palabra &amp;semilla</translation>
    </message>
    <message>
        <source>&amp;Length in words</source>
        <translation>&amp;Longitud en palabras</translation>
    </message>
</context>
<context>
    <name>OriginPage</name>
    <message>
        <source>Compare with it all the same</source>
        <translation>Comparar de todos modos</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Reescribir</translation>
    </message>
    <message>
        <source>The run before the cursor</source>
        <translation>La serie anterior al cursor</translation>
    </message>
    <message>
        <source>There is no run before the cursor.</source>
        <translation>No hay ninguna serie antes del cursor.</translation>
    </message>
    <message>
        <source>The run behind the cursor</source>
        <translation>La serie posterior al cursor</translation>
    </message>
    <message>
        <source>There is no run behind the cursor.</source>
        <translation>No hay ninguna serie después del cursor.</translation>
    </message>
    <message>
        <source>How many words in a row may stand in the training text</source>
        <translation>Cuántas palabras seguidas pueden estar en el texto de entrenamiento</translation>
    </message>
    <message>
        <source>There is no limit.</source>
        <translation>No hay límite.</translation>
    </message>
    <message>
        <source>Write the last text anew, with no longer run from the training text</source>
        <translation>Escribir de nuevo el último texto, sin series más largas del texto de entrenamiento</translation>
    </message>
    <message>
        <source>Words that a run has at least</source>
        <translation>Palabras que tiene una serie como mínimo</translation>
    </message>
    <message>
        <source>Shorter runs are in every text; they are not underlined</source>
        <translation>Las series más cortas están en cualquier texto; no se subrayan</translation>
    </message>
    <message>
        <source>The place in the training text</source>
        <translation>El lugar en el texto de entrenamiento</translation>
    </message>
    <message>
        <source>Runs of at least</source>
        <translation>Series de al menos</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>The text as it was understood</source>
        <translation>El texto, tal como se ha entendido</translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Writing with the snapshot of {time}; it gets better while you write.</source>
        <translation>Con la instantánea de las {time}; el modelo mejora mientras se escribe.</translation>
    </message>
    <message>
        <source>Type a seed word at the right, and the model writes on from it.</source>
        <translation>Poner una palabra semilla a la derecha: el modelo sigue a partir de ella.</translation>
    </message>
    <message>
        <source>Type the first words, or take one from the list: these often begin a text.</source>
        <translation>Escribir las primeras palabras o tomar una de la lista: son las que suelen empezar un texto.</translation>
    </message>
    <message>
        <source>The page is empty.</source>
        <translation>La página está vacía.</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Copiar todo el texto</translation>
    </message>
    <message>
        <source>Empty the page; Ctrl+Z brings the text back</source>
        <translation>Vaciar la página; Ctrl+Z recupera el texto</translation>
    </message>
</context>
<context>
    <name>PassageTable</name>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>Click or Enter: go to it in the text. Ctrl+C: copy.</source>
        <translation>Clic o Intro: ir al pasaje en el texto. Ctrl+C: copiar.</translation>
    </message>
    <message>
        <source>Bits of its words and marks, on average</source>
        <translation>Bits de sus palabras y signos, de media</translation>
    </message>
</context>
<context>
    <name>PerplexityPicture</name>
    <message>
        <source>steps, the same batches for each</source>
        <translation>pasos; los mismos lotes para cada una</translation>
    </message>
    <message>
        <source>held-out perplexity: lower is better</source>
        <translation>perplejidad en el texto reservado: cuanto más baja, mejor</translation>
    </message>
    <message>
        <source>Now, after {steps} steps and {passes} times through the text: LSTM {lstm}, GRU {gru}, RNN {rnn}.</source>
        <translation>Ahora, tras {steps} pasos y {passes} pasadas por el texto: LSTM {lstm}, GRU {gru}, RNN {rnn}.</translation>
    </message>
    <message>
        <source>The best so far: LSTM {lstm}, GRU {gru}, RNN {rnn}.</source>
        <translation>Lo mejor hasta ahora: LSTM {lstm}, GRU {gru}, RNN {rnn}.</translation>
    </message>
    <message>
        <source>{cell}: its own seconds</source>
        <translation>{cell}: segundos propios</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>PictureFrame</name>
    <message>
        <source>As a table</source>
        <translation>Como tabla</translation>
    </message>
    <message>
        <source>The same in figures, to read or to copy</source>
        <translation>Lo mismo en cifras, para leer o copiar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Imagen (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Dibujo (SVG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabla (CSV)…</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copiar la tabla</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Aún no hay nada que exportar.</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>Por dentro</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Careful</source>
        <translation>Prudente</translation>
    </message>
    <message>
        <source>Stays with what is likely: plain sentences, few surprises.</source>
        <translation>Se queda en lo probable: frases sencillas, pocas sorpresas.</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>Natural</translation>
    </message>
    <message>
        <source>Between safe and surprising: reads most like the text itself.</source>
        <translation>Entre lo seguro y lo sorprendente: lo más parecido al propio texto.</translation>
    </message>
    <message>
        <source>Daring</source>
        <translation>Atrevido</translation>
    </message>
    <message>
        <source>Rare words and sudden turns, at the price of some nonsense.</source>
        <translation>Palabras raras y giros bruscos, a costa de algún disparate.</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Set back</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>The model&apos;s own probabilities are shown already.</source>
        <translation>Ya se muestran las probabilidades del propio modelo.</translation>
    </message>
    <message>
        <source>Temperature 1 and no limits: the model&apos;s own probabilities</source>
        <translation>Temperatura 1 y sin límites: las probabilidades del propio modelo</translation>
    </message>
    <message>
        <source>No preset: the probabilities are the model&apos;s own.</source>
        <translation>Sin preajuste: las probabilidades son las del propio modelo.</translation>
    </message>
    <message>
        <source>No preset: the settings are your own.</source>
        <translation>Sin preajuste: los ajustes son propios.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Your folder {folder} cannot be changed: {reason}.</source>
        <translation>La carpeta {folder} no se puede modificar: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” could not be saved: {reason}. Choose another folder or make room on the disk.</source>
        <translation>No se ha podido guardar «{name}»: {reason}. Conviene elegir otra carpeta o liberar espacio en el disco.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened: {reason}.</source>
        <translation>No se ha podido abrir «{name}»: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete and cannot be opened. Copy it again from where it came from.</source>
        <translation>«{name}» está dañado o incompleto y no se puede abrir. Hay que volver a copiarlo de su origen.</translation>
    </message>
    <message>
        <source>“{name}” is not a textgen model. Choose a file that textgen has saved.</source>
        <translation>«{name}» no es un modelo de textgen. Hay que elegir un archivo guardado por textgen.</translation>
    </message>
    <message>
        <source>“{name}” was saved by a newer version of textgen. Update textgen to open it.</source>
        <translation>«{name}» se guardó con una versión más reciente de textgen. Para abrirlo hay que actualizar textgen.</translation>
    </message>
    <message>
        <source>“{label}” cannot be {value}; choose one of: {choices}.</source>
        <translation>«{label}» no puede ser {value}; hay que elegir entre: {choices}.</translation>
    </message>
    <message>
        <source>“{label}” cannot be {value}; choose a value from {low} to {high}.</source>
        <translation>«{label}» no puede ser {value}; hay que elegir un valor de {low} a {high}.</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”.</source>
        <translation>No hay ningún ajuste llamado «{name}».</translation>
    </message>
    <message>
        <source>A setting has a value that cannot be read: {error}.</source>
        <translation>Un ajuste tiene un valor que no se puede leer: {error}.</translation>
    </message>
    <message>
        <source>{words:,} words: plenty for whole sentences of its own; give it time to train.</source>
        <translation>{words:,} palabras: de sobra para frases enteras propias; conviene darle tiempo para entrenar.</translation>
    </message>
    <message>
        <source>{words:,} words: too small to train on; at least {least:,} are needed.</source>
        <translation>{words:,} palabras: demasiado pocas para entrenar; hacen falta al menos {least:,}.</translation>
    </message>
    <message>
        <source>{words:,} words: very little; it will repeat the text by heart. {comfortable:,} is comfortable.</source>
        <translation>{words:,} palabras: muy pocas; repetirá el texto de memoria. Conviene llegar a {comfortable:,}.</translation>
    </message>
    <message>
        <source>{words:,} words: it will learn phrases by heart; {comfortable:,} is comfortable.</source>
        <translation>{words:,} palabras: aprenderá frases de memoria; conviene llegar a {comfortable:,}.</translation>
    </message>
    <message>
        <source>{words:,} words: enough for short sentences of its own; {comfortable:,} is comfortable.</source>
        <translation>{words:,} palabras: bastan para frases cortas propias; conviene llegar a {comfortable:,}.</translation>
    </message>
    <message>
        <source>{words:,} words: comfortable; it will write sentences of its own.</source>
        <translation>{words:,} palabras: suficientes; escribirá frases propias.</translation>
    </message>
    <message>
        <source>There are no words in “{name}”. Open a text of at least {least:,} words.</source>
        <translation>En «{name}» no hay palabras. Hay que abrir un texto de al menos {least:,} palabras.</translation>
    </message>
    <message>
        <source>There is only one word in “{name}”. Open a text of at least {least:,} words.</source>
        <translation>En «{name}» hay una sola palabra. Hay que abrir un texto de al menos {least:,} palabras.</translation>
    </message>
    <message>
        <source>There is no file “{name}”. Check whether it was moved or renamed.</source>
        <translation>El archivo «{name}» no existe. Puede que se haya movido o renombrado.</translation>
    </message>
    <message>
        <source>You have no permission to read “{name}”. Change its permissions or open a copy of it.</source>
        <translation>No hay permiso para leer «{name}». Se pueden cambiar sus permisos o abrir una copia.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}). Copy it to another place and open the copy.</source>
        <translation>«{name}» no se puede leer ({reason}). Conviene copiarlo a otro lugar y abrir la copia.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Open one of the text files in it.</source>
        <translation>«{name}» es una carpeta. Hay que abrir uno de sus archivos de texto.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Open a text file.</source>
        <translation>«{name}» no es un archivo. Hay que abrir un archivo de texto.</translation>
    </message>
    <message>
        <source>“{name}” is not a text: it is full of bytes that stand for no letter. Save it as plain text (.txt) and open that.</source>
        <translation>«{name}» no es un texto: está lleno de bytes que no representan letras. Hay que guardarlo como texto sin formato (.txt) y abrir ese archivo.</translation>
    </message>
    <message>
        <source>This model&apos;s weights do not fit its settings, so it cannot be opened. Copy the file again from where it came from.</source>
        <translation>Los pesos de este modelo no corresponden a sus ajustes, así que no se puede abrir. Hay que volver a copiar el archivo de su origen.</translation>
    </message>
    <message>
        <source>Tokens of more than 1,000 characters were read as unknown words: {count:,}.</source>
        <translation>Palabras de más de 1000 caracteres leídas como desconocidas: {count:,}.</translation>
    </message>
    <message>
        <source>Letters that a wrong encoding had broken were repaired (“{before}” is “{after}” again); lines repaired: {count:,}.</source>
        <translation>Se han reparado letras que una codificación errónea había estropeado («{before}» vuelve a ser «{after}»); líneas reparadas: {count:,}.</translation>
    </message>
    <message>
        <source>The lines are broken at about {width} characters; they were joined into paragraphs.</source>
        <translation>Las líneas están cortadas a unos {width} caracteres; se han unido en párrafos.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 and was read as Windows-1252. If letters look wrong, save it as UTF-8 and open it again.</source>
        <translation>El archivo no es UTF-8 y se ha leído como Windows-1252. Si se ven letras raras, hay que guardarlo como UTF-8 y abrirlo de nuevo.</translation>
    </message>
    <message>
        <source>Some bytes cannot be read as {encoding} and are shown as “�”: {count:,} in all, the first in line {line:,}.</source>
        <translation>Algunos bytes no se pueden leer como {encoding} y se muestran como «�»: {count:,} en total; el primero, en la línea {line:,}.</translation>
    </message>
    <message>
        <source>Null characters in the text were read as spaces: {count:,}.</source>
        <translation>Caracteres nulos del texto leídos como espacios: {count:,}.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, not a plain text. Save it as plain text (.txt) and open that.</source>
        <translation>«{name}» es {kind}, no un texto sin formato. Hay que guardarlo como texto sin formato (.txt) y abrir ese archivo.</translation>
    </message>
    <message>
        <source>“{name}” is {kind}, not a text. Open a text file (.txt) instead.</source>
        <translation>«{name}» es {kind}, no un texto. Hay que abrir un archivo de texto (.txt).</translation>
    </message>
    <message>
        <source>“{name}” is {kind}. Unpack it and open the text file in it.</source>
        <translation>«{name}» es {kind}. Hay que descomprimirlo y abrir el archivo de texto que contiene.</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>un PDF</translation>
    </message>
    <message>
        <source>a rich text document (RTF)</source>
        <translation>un documento de texto enriquecido (RTF)</translation>
    </message>
    <message>
        <source>an old Office document (such as .doc)</source>
        <translation>un documento antiguo de Office (como .doc)</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>un documento PostScript</translation>
    </message>
    <message>
        <source>a packed file (gzip)</source>
        <translation>un archivo comprimido (gzip)</translation>
    </message>
    <message>
        <source>a packed file (bzip2)</source>
        <translation>un archivo comprimido (bzip2)</translation>
    </message>
    <message>
        <source>a packed file (xz)</source>
        <translation>un archivo comprimido (xz)</translation>
    </message>
    <message>
        <source>a packed file (zstd)</source>
        <translation>un archivo comprimido (zstd)</translation>
    </message>
    <message>
        <source>a packed folder (7z)</source>
        <translation>una carpeta comprimida (7z)</translation>
    </message>
    <message>
        <source>a packed folder (RAR)</source>
        <translation>una carpeta comprimida (RAR)</translation>
    </message>
    <message>
        <source>a picture (PNG)</source>
        <translation>una imagen (PNG)</translation>
    </message>
    <message>
        <source>a picture (JPEG)</source>
        <translation>una imagen (JPEG)</translation>
    </message>
    <message>
        <source>a picture (GIF)</source>
        <translation>una imagen (GIF)</translation>
    </message>
    <message>
        <source>a picture (TIFF)</source>
        <translation>una imagen (TIFF)</translation>
    </message>
    <message>
        <source>a database (SQLite)</source>
        <translation>una base de datos (SQLite)</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>un programa</translation>
    </message>
    <message>
        <source>a sound recording</source>
        <translation>una grabación de sonido</translation>
    </message>
    <message>
        <source>an e-book (EPUB)</source>
        <translation>un libro electrónico (EPUB)</translation>
    </message>
    <message>
        <source>an OpenDocument file (such as .odt)</source>
        <translation>un archivo OpenDocument (como .odt)</translation>
    </message>
    <message>
        <source>a Word document (.docx)</source>
        <translation>un documento de Word (.docx)</translation>
    </message>
    <message>
        <source>a presentation (.pptx)</source>
        <translation>una presentación (.pptx)</translation>
    </message>
    <message>
        <source>a spreadsheet (.xlsx)</source>
        <translation>una hoja de cálculo (.xlsx)</translation>
    </message>
    <message>
        <source>“{name}” is empty. Open a file with text in it.</source>
        <translation>«{name}» está vacío. Hay que abrir un archivo con texto.</translation>
    </message>
    <message>
        <source>a sound or film recording</source>
        <translation>una grabación de sonido o vídeo</translation>
    </message>
    <message>
        <source>a packed folder (zip)</source>
        <translation>una carpeta comprimida (zip)</translation>
    </message>
    <message>
        <source>“{name}” has {words} words; training needs at least {needed}. Choose a longer text.</source>
        <translation>«{name}» tiene {words} palabras; para entrenar hacen falta al menos {needed}. Hay que elegir un texto más largo.</translation>
    </message>
    <message>
        <source>No word stands in the text {count} times. Lower “Least count”, or raise “Vocabulary”.</source>
        <translation>Ninguna palabra aparece {count} veces en el texto. Bajar «Apariciones mínimas» o subir «Vocabulario».</translation>
    </message>
    <message>
        <source>“{name}” is too short to measure with; at least {needed} words are needed.</source>
        <translation>«{name}» es demasiado corto para medir con él; hacen falta al menos {needed} palabras.</translation>
    </message>
    <message>
        <source>The computer&apos;s memory is full. Close other programs, or choose fewer units or words.</source>
        <translation>La memoria del equipo está llena. Conviene cerrar otros programas o elegir menos unidades o palabras.</translation>
    </message>
    <message>
        <source>Something went wrong inside textgen: {error}. It is written down in {path}.</source>
        <translation>Algo ha fallado dentro de textgen: {error}. Queda anotado en {path}.</translation>
    </message>
    <message>
        <source>A part of the program is missing: {path}. Download textgen again.</source>
        <translation>Falta una parte del programa: {path}. Hay que volver a descargar textgen.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Give the model a file name of its own.</source>
        <translation>«{name}» es una carpeta. Hay que dar al modelo otro nombre de archivo.</translation>
    </message>
    <message>
        <source>“{name}” is not a file. Give the model a file name of its own.</source>
        <translation>«{name}» no es un archivo. Hay que dar al modelo otro nombre de archivo.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written ({reason}). Choose another name or folder.</source>
        <translation>No se puede guardar «{name}» ({reason}). Elegir otro nombre u otra carpeta.</translation>
    </message>
    <message>
        <source>A text this long needs temporary files, and “{folder}” cannot take them ({reason}). Free about three times the size of the text on its disk and try again.</source>
        <translation>Un texto tan largo necesita archivos temporales, y «{folder}» no puede guardarlos ({reason}). Liberar en su disco unas tres veces el tamaño del texto y volver a intentarlo.</translation>
    </message>
    <message>
        <source>{cell} with {units} units and up to {words:,} words, dropout {dropout:.2f}, learning rate {rate:.4f}.</source>
        <translation>{cell} con {units} unidades y hasta {words:,} palabras, dropout {dropout:.2f}, tasa de aprendizaje {rate:.4f}.</translation>
    </message>
    <message>
        <source>This computer reads about {speed:,} words a second with it: {passes:.1f} passes over the text.</source>
        <translation>Este equipo lee así unas {speed:,} palabras por segundo: {passes:.1f} pasadas por el texto.</translation>
    </message>
    <message>
        <source>The graphics processor of this computer reads about {speed:,} words a second with it: {passes:.1f} passes over the text.</source>
        <translation>El procesador gráfico de este equipo lee así unas {speed:,} palabras por segundo: {passes:.1f} pasadas por el texto.</translation>
    </message>
    <message>
        <source>On text it has not seen, the model is as unsure as choosing among {words:,.1f} words.</source>
        <translation>Ante texto que no ha visto, el modelo duda como entre {words:,.1f} palabras.</translation>
    </message>
    <message>
        <source>The model does not know “{word}”. It goes on as after any word that it has never met: what follows fits the place, not the meaning.</source>
        <translation>El modelo no conoce «{word}». Sigue como tras cualquier palabra que nunca ha visto: lo que viene encaja en el lugar, no en el sentido.</translation>
    </message>
    <message>
        <source>The network alone has lost: counting runs of words comes to {counted:,.1f}, the network to {network:,.1f}. Train longer, or on a longer text.</source>
        <translation>La red sola ha perdido: contar series de palabras da {counted:,.1f} y la red, {network:,.1f}. Conviene entrenar más tiempo o con un texto más largo.</translation>
    </message>
    <message>
        <source>On the text that it was trained on it comes to {trained:,.1f}: much of that it knows by heart.</source>
        <translation>En el texto con el que se entrenó da {trained:,.1f}: buena parte se la sabe de memoria.</translation>
    </message>
    <message>
        <source>“{name}” has changed since this training began, so it cannot go on. Put the earlier text back and try again.</source>
        <translation>«{name}» ha cambiado desde que empezó este entrenamiento, así que no puede seguir. Volver a poner el texto anterior e intentarlo otra vez.</translation>
    </message>
    <message>
        <source>This training was measured on another held-out text. Give the same one to go on.</source>
        <translation>Este entrenamiento se medía con otro texto reservado. Para seguir hace falta el mismo.</translation>
    </message>
    <message>
        <source>The training could not be kept for later: {reason}. Make room on the disk.</source>
        <translation>No se ha podido guardar el entrenamiento para después: {reason}. Conviene liberar espacio en el disco.</translation>
    </message>
    <message>
        <source>The unfinished training could not be opened: {reason}.</source>
        <translation>No se ha podido abrir el entrenamiento sin terminar: {reason}.</translation>
    </message>
    <message>
        <source>The unfinished training was kept by another version of textgen, so it cannot go on here. Use that version, or discard the training.</source>
        <translation>El entrenamiento sin terminar lo guardó otra versión de textgen, así que aquí no puede seguir. Usar esa versión o descartar el entrenamiento.</translation>
    </message>
    <message>
        <source>The unfinished training is damaged, so it cannot go on. Discard it and train anew.</source>
        <translation>El entrenamiento sin terminar está dañado y no puede seguir. Descartarlo y entrenar de nuevo.</translation>
    </message>
    <message>
        <source>{reason} Its best model so far is open now; save it to keep it.</source>
        <translation>{reason} Su mejor modelo hasta ahora está abierto; guardarlo para no perderlo.</translation>
    </message>
    <message>
        <source>This computer has no device “{device}” that torch can use. Choose “cpu”, or leave the choice to the program.</source>
        <translation>Este equipo no tiene un dispositivo «{device}» que torch pueda usar. Elegir «cpu», o dejar la elección al programa.</translation>
    </message>
    <message>
        <source>The device “{device}” cannot train this network ({reason}). Choose “cpu”, or leave the choice to the program.</source>
        <translation>El dispositivo «{device}» no puede entrenar esta red ({reason}). Elegir «cpu», o dejar la elección al programa.</translation>
    </message>
    <message>
        <source>“{name}” has {words:,} words; where words come from can be told of texts of up to {most:,}.</source>
        <translation>«{name}» tiene {words:,} palabras; el origen de las palabras se puede indicar en textos de hasta {most:,}.</translation>
    </message>
    <message>
        <source>The text could not be saved as {path} ({reason}). Choose another folder or name.</source>
        <translation>No se ha podido guardar el texto como {path} ({reason}). Elegir otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>To borrow no more than {most:,} words in a row, the training text is needed. Open it, or switch that limit off under “Origin”.</source>
        <translation>Para no copiar más de {most:,} palabras seguidas hace falta el texto de entrenamiento. Abrirlo o quitar ese límite en «Origen».</translation>
    </message>
    <message>
        <source>Your text could not be kept ({reason}). Save it as a file, or make room in {folder}.</source>
        <translation>No se ha podido conservar el texto ({reason}). Guardarlo en un archivo o liberar espacio en {folder}.</translation>
    </message>
    <message>
        <source>The text that was kept cannot be read. The file with it is now {path}; nothing was deleted.</source>
        <translation>El texto conservado no se puede leer. Su archivo es ahora {path}; no se ha borrado nada.</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path} ({reason}). Choose another folder or name.</source>
        <translation>No se ha podido guardar la imagen como {path} ({reason}). Elegir otra carpeta u otro nombre.</translation>
    </message>
    <message>
        <source>Type one word or one mark.</source>
        <translation>Escribir una sola palabra o un solo signo.</translation>
    </message>
    <message>
        <source>This model does not know the word “{word}”.</source>
        <translation>Este modelo no conoce la palabra «{word}».</translation>
    </message>
    <message>
        <source>Before training nobody leads: all three only know how often each word occurs.</source>
        <translation>Antes de entrenar, ninguna va por delante: las tres solo saben con qué frecuencia aparece cada palabra.</translation>
    </message>
    <message>
        <source>At their best, {cell} ({perplexity:,.1f}) and {other} ({second:,.1f}) are too close to tell who leads.</source>
        <translation>En su mejor momento, la {cell} ({perplexity:,.1f}) y la {other} ({second:,.1f}) están demasiado cerca para decir cuál va por delante.</translation>
    </message>
    <message>
        <source>{cell} leads: its best held-out perplexity so far is {perplexity:,.1f}; next is {other} with {second:,.1f}.</source>
        <translation>La {cell} va por delante: su mejor perplejidad en el texto reservado es hasta ahora {perplexity:,.1f}; le sigue la {other} con {second:,.1f}.</translation>
    </message>
    <message>
        <source>The plain RNN is {behind:.0f} % behind the best network with gates.</source>
        <translation>La RNN simple va un {behind:.0f} % por detrás de la mejor red con puertas.</translation>
    </message>
    <message>
        <source>On this text the plain RNN does not lose: it is {ahead:.0f} % ahead of the best network with gates.</source>
        <translation>Con este texto la RNN simple no pierde: va un {ahead:.0f} % por delante de la mejor red con puertas.</translation>
    </message>
    <message>
        <source>On this text the plain RNN does not lose: it keeps up with the networks with gates.</source>
        <translation>Con este texto la RNN simple no pierde: va a la par de las redes con puertas.</translation>
    </message>
    <message>
        <source>50 words back the gradient is so many times weaker than 1 word back: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. It vanishes fastest in the plain RNN.</source>
        <translation>50 palabras atrás el gradiente es tantas veces más débil que 1 palabra atrás: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. Donde antes se desvanece es en la RNN simple.</translation>
    </message>
    <message>
        <source>50 words back the gradient is so many times weaker than 1 word back: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. Here it does not vanish fastest in the plain RNN.</source>
        <translation>50 palabras atrás el gradiente es tantas veces más débil que 1 palabra atrás: RNN {rnn:,.0f}, LSTM {lstm:,.0f}, GRU {gru:,.0f}. Aquí no es en la RNN simple donde antes se desvanece.</translation>
    </message>
    <message>
        <source>“{name}” is too short for a race: {words} words. Choose a text of {needed:,} words or more.</source>
        <translation>«{name}» es demasiado corto para una carrera: {words} palabras. Elegir un texto de {needed:,} palabras o más.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>See how well it predicts</source>
        <translation>Ver lo bien que predice</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Detener y conservar el mejor</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>&amp;Write with it</source>
        <translation>E&amp;scribir con él</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Guardar…</translation>
    </message>
    <message>
        <source>Train &amp;more</source>
        <translation>Entrenar &amp;más</translation>
    </message>
    <message>
        <source>Train agai&amp;n</source>
        <translation>Entrenar de &amp;nuevo</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>Se está deteniendo.</translation>
    </message>
    <message>
        <source>Ends the training soon (Ctrl+.)</source>
        <translation>Terminar pronto el entrenamiento (Ctrl+.)</translation>
    </message>
    <message>
        <source>There is nothing to pause yet.</source>
        <translation>Todavía no hay nada que pausar.</translation>
    </message>
    <message>
        <source>Lets it stand still (Ctrl+Shift+P)</source>
        <translation>Detenerlo de momento (Ctrl+Mayús+P)</translation>
    </message>
    <message>
        <source>Goes on where it stands (Ctrl+Shift+P)</source>
        <translation>Seguir desde donde está (Ctrl+Mayús+P)</translation>
    </message>
    <message>
        <source>There is no model: it ended too early.</source>
        <translation>No hay modelo: terminó demasiado pronto.</translation>
    </message>
    <message>
        <source>Keep the model as one file (Ctrl+S)</source>
        <translation>Guardar el modelo en un solo archivo (Ctrl+S)</translation>
    </message>
    <message>
        <source>It is saved already.</source>
        <translation>Ya está guardado.</translation>
    </message>
    <message>
        <source>Go on from this model, on the same text or another</source>
        <translation>Seguir desde este modelo, con el mismo texto o con otro</translation>
    </message>
    <message>
        <source>Choose other settings, or the same, and begin a new model</source>
        <translation>Elegir otros ajustes, o los mismos, y empezar un modelo nuevo</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
</context>
<context>
    <name>RacePage</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Start the race</source>
        <translation>Empezar la carrera</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Best held-out perplexity</source>
        <translation>Mejor perplejidad (reservado)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Its own seconds</source>
        <translation>Segundos propios</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Before training</source>
        <translation>Antes de entrenar</translation>
    </message>
    <message>
        <source>Cell state</source>
        <translation>Estado de la celda</translation>
    </message>
    <message>
        <source>Thin lines: the same before the first step</source>
        <translation>Líneas finas: lo mismo antes del primer paso</translation>
    </message>
    <message>
        <source>The LSTM hands on two states. This is the gradient with respect to the cell state, with the hidden state held.</source>
        <translation>La LSTM transmite dos estados. Este es el gradiente respecto del estado de la celda, con el estado oculto fijo.</translation>
    </message>
    <message>
        <source>How well they predict</source>
        <translation>Lo bien que predicen</translation>
    </message>
    <message>
        <source>How far back they can learn</source>
        <translation>Hasta dónde pueden aprender</translation>
    </message>
    <message>
        <source>Stop, keep the result</source>
        <translation>Detener y conservar el resultado</translation>
    </message>
    <message>
        <source>Choose a text first, in the place “Text”.</source>
        <translation>Elegir antes un texto, en «Texto».</translation>
    </message>
    <message>
        <source>How long the race takes, for all three together</source>
        <translation>Cuánto dura la carrera, para las tres juntas</translation>
    </message>
    <message>
        <source>The race is going on. Stop it to choose another time.</source>
        <translation>La carrera está en marcha. Detenerla para elegir otro tiempo.</translation>
    </message>
    <message>
        <source>RNN, LSTM and GRU with equally many parameters learn “{name}” from the same batches, one step each in turn.</source>
        <translation>RNN, LSTM y GRU con igual número de parámetros aprenden «{name}» con los mismos lotes, un paso cada una por turno.</translation>
    </message>
    <message>
        <source>Let an RNN, an LSTM and a GRU with equally many parameters learn “{name}” from the same batches: which of them predicts best, and how far back can each of them learn?</source>
        <translation>Una RNN, una LSTM y una GRU con igual número de parámetros aprenden «{name}» con los mismos lotes: ¿cuál predice mejor y hasta dónde puede aprender cada una?</translation>
    </message>
    <message>
        <source>A training is running: both go more slowly meanwhile.</source>
        <translation>Hay un entrenamiento en marcha: mientras tanto, los dos van más despacio.</translation>
    </message>
    <message>
        <source>It is being prepared.</source>
        <translation>Se está preparando.</translation>
    </message>
    <message>
        <source>done at {time}</source>
        <translation>termina a las {time}</translation>
    </message>
</context>
<context>
    <name>ReasonsPicture</name>
    <message>
        <source>What each word did</source>
        <translation>Qué hizo cada palabra</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradiente × entrada</translation>
    </message>
    <message>
        <source>Leaving it out</source>
        <translation>Quitándola</translation>
    </message>
</context>
<context>
    <name>ReasonsWords</name>
    <message>
        <source>For “{word}” ({share}), in bits. Full bars point up and speak for it, hollow ones point down and speak against it; each row has its own scale. ≠: the two disagree.</source>
        <translation>Para «{word}» ({share}), en bits. Las barras llenas suben y hablan a favor; las huecas bajan y hablan en contra; cada fila tiene su escala. ≠: las dos no coinciden.</translation>
    </message>
    <message>
        <source>Neither way finds a word that clearly speaks for “{target}”.</source>
        <translation>Ninguna de las dos encuentra una palabra que hable claramente a favor de «{target}».</translation>
    </message>
    <message>
        <source>By leaving it out “{left}” speaks most for “{target}” ({left_bits} bits); by gradient × input no word clearly does.</source>
        <translation>Quitándola, «{left}» es la que más habla a favor de «{target}» ({left_bits} bits); por gradiente × entrada ninguna lo hace claramente.</translation>
    </message>
    <message>
        <source>By gradient × input “{gradient}” speaks most for “{target}” ({gradient_bits} bits); by leaving it out no word clearly does.</source>
        <translation>Por gradiente × entrada, «{gradient}» es la que más habla a favor de «{target}» ({gradient_bits} bits); quitándola, ninguna lo hace claramente.</translation>
    </message>
    <message>
        <source>Both say that “{left}” speaks most for “{target}”: {gradient_bits} bits by gradient × input, {left_bits} by leaving it out.</source>
        <translation>Las dos dicen que «{left}» es la que más habla a favor de «{target}»: {gradient_bits} bits por gradiente × entrada, {left_bits} quitándola.</translation>
    </message>
    <message>
        <source>They disagree about which word speaks most for “{target}”: by gradient × input it is “{gradient}” ({gradient_bits} bits), by leaving it out “{left}” ({left_bits}).</source>
        <translation>No coinciden en qué palabra habla más a favor de «{target}»: por gradiente × entrada es «{gradient}» ({gradient_bits} bits); quitándola, «{left}» ({left_bits}).</translation>
    </message>
    <message numerus="yes">
        <source>One speaks for it and the other against it at %Ln words: {words}.</source>
        <translation>
            <numerusform>Una habla a favor y la otra en contra en %Ln palabra: {words}.</numerusform>
            <numerusform>Una habla a favor y la otra en contra en %Ln palabras: {words}.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{word}”: {gradient} bits by gradient × input, {left} bits by leaving it out</source>
        <translation>«{word}»: {gradient} bits por gradiente × entrada, {left} bits quitándola</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Gradient × input, in bits</source>
        <translation>Gradiente × entrada, en bits</translation>
    </message>
    <message>
        <source>Leaving it out, in bits</source>
        <translation>Quitándola, en bits</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>they disagree</source>
        <translation>no coinciden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no la conoce</translation>
    </message>
</context>
<context>
    <name>Reopener</name>
    <message>
        <source>The model has not written this word.</source>
        <translation>Esta palabra no la ha escrito el modelo.</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>De {low} a {high}.</translation>
    </message>
    <message>
        <source>Empty the box to leave it to the program.</source>
        <translation>Con la casilla vacía, elige el programa.</translation>
    </message>
</context>
<context>
    <name>SamplingBox</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Presets, temperature, and how daring the choice of words is</source>
        <translation>Preajustes, temperatura y cuánto se arriesga al elegir palabras</translation>
    </message>
    <message>
        <source>Limits, repetition, words to avoid or to favour, what predicts, the seed</source>
        <translation>Límites, repetición, palabras que evitar o favorecer, qué predice, la semilla</translation>
    </message>
    <message>
        <source>{preset} · temperature {heat}</source>
        <translation>{preset} · temperatura {heat}</translation>
    </message>
    <message>
        <source>Temperature {heat} · {daring}</source>
        <translation>Temp. {heat} · {daring}</translation>
    </message>
    <message numerus="yes">
        <source>best %Ln words</source>
        <translation>
            <numerusform>la mejor</numerusform>
            <numerusform>las %Ln mejores</numerusform>
        </translation>
    </message>
    <message>
        <source>likeliest {share}</source>
        <translation>{share} más probable</translation>
    </message>
    <message>
        <source>without the unlikely</source>
        <translation>sin las improbables</translation>
    </message>
    <message>
        <source>all words</source>
        <translation>todas las palabras</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save model</source>
        <translation>Guardar modelo</translation>
    </message>
    <message>
        <source>Leave the runs of words out of the file</source>
        <translation>Dejar las series de palabras fuera del archivo</translation>
    </message>
    <message>
        <source>The model holds short runs of words of its text, which help it predict; whoever gets the file can read them.</source>
        <translation>El modelo contiene series cortas de palabras de su texto, que le ayudan a predecir; quien reciba el archivo podrá leerlas.</translation>
    </message>
    <message>
        <source>It predicts a little worse then, and the file is smaller.</source>
        <translation>Así predice un poco peor y el archivo es más pequeño.</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Way of predicting</source>
        <translation>Forma de predecir</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplejidad</translation>
    </message>
    <message>
        <source>1st guess right</source>
        <translation>Acierta a la 1.ª</translation>
    </message>
    <message>
        <source>Among 3</source>
        <translation>Entre 3</translation>
    </message>
    <message>
        <source>Among 5</source>
        <translation>Entre 5</translation>
    </message>
    <message>
        <source>Among so many words it chooses on text it has not seen. Lower is better.</source>
        <translation>Entre cuántas palabras elige ante texto que no ha visto. Cuanto más baja, mejor.</translation>
    </message>
    <message>
        <source>How often the word that came was among the likeliest. Higher is better.</source>
        <translation>Con qué frecuencia la palabra que venía estaba entre las más probables. Cuanto más alta, mejor.</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>Most common words</source>
        <translation>Palabras más comunes</translation>
    </message>
    <message>
        <source>Pairs of words</source>
        <translation>Pares de palabras</translation>
    </message>
    <message>
        <source>Runs of up to five words (Kneser-Ney)</source>
        <translation>Series de hasta cinco palabras (Kneser-Ney)</translation>
    </message>
    <message>
        <source>The network alone</source>
        <translation>La red sola</translation>
    </message>
    <message>
        <source>… with n-grams</source>
        <translation>… con n-gramas</translation>
    </message>
    <message>
        <source>… with the words of the draft (cache)</source>
        <translation>… con las palabras del borrador (caché)</translation>
    </message>
    <message>
        <source>… with both</source>
        <translation>… con ambas cosas</translation>
    </message>
</context>
<context>
    <name>ScoresSection</name>
    <message>
        <source>How well it predicts</source>
        <translation>Lo bien que predice</translation>
    </message>
    <message>
        <source>This is being measured; it takes some seconds.</source>
        <translation>Se está midiendo; tarda unos segundos.</translation>
    </message>
    <message>
        <source>This is measured when the training is over.</source>
        <translation>Esto se mide cuando acaba el entrenamiento.</translation>
    </message>
    <message>
        <source>{share} of the keys saved while typing, with ten suggestions before each word.</source>
        <translation>Ahorra un {share} de las pulsaciones al escribir, con diez sugerencias antes de cada palabra.</translation>
    </message>
    <message>
        <source>Measured on {words} words and marks; the model does not know {unknown} of them.</source>
        <translation>Medido en {words} palabras y signos; {unknown} de ellos no los conoce el modelo.</translation>
    </message>
</context>
<context>
    <name>SearchSwitch</name>
    <message>
        <source>Likeliest</source>
        <translation>Más probables</translation>
    </message>
    <message>
        <source>The likeliest continuations, found by beam search</source>
        <translation>Las continuaciones más probables, halladas con búsqueda en haz</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Continuations drawn at random, as the settings below say</source>
        <translation>Continuaciones al azar, según los ajustes de abajo</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Otras</translation>
    </message>
</context>
<context>
    <name>SentenceLine</name>
    <message>
        <source>Type a sentence</source>
        <translation>Escribir una frase</translation>
    </message>
    <message>
        <source>Sentence to look at</source>
        <translation>Frase que se mira</translation>
    </message>
    <message>
        <source>From the page</source>
        <translation>De la página</translation>
    </message>
    <message>
        <source>Take the sentence at the cursor in “Write”</source>
        <translation>Tomar la frase en la que está el cursor en «Escribir»</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Frase</translation>
    </message>
</context>
<context>
    <name>SentenceMemory</name>
    <message>
        <source>What the next word depends on</source>
        <translation>De qué depende la palabra siguiente</translation>
    </message>
    <message>
        <source>The next word depends most on the first word, “{word}”, {distance} back: other words in its place move its probabilities by {most} bits on average.</source>
        <translation>La palabra siguiente depende sobre todo de la primera, «{word}», {distance} atrás: otras palabras en su lugar mueven sus probabilidades en {most} bits de media.</translation>
    </message>
    <message>
        <source>The next word depends most on “{word}”, {distance} back: other words in its place move its probabilities by {most} bits on average; in the place of “{first}”, {far} back, by {least}.</source>
        <translation>La palabra siguiente depende sobre todo de «{word}», {distance} atrás: otras palabras en su lugar mueven sus probabilidades en {most} bits de media; en el lugar de «{first}», {far} atrás, en {least}.</translation>
    </message>
    <message>
        <source>Words back</source>
        <translation>Palabras atrás</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Mean, bits</source>
        <translation>Media, bits</translation>
    </message>
    <message>
        <source>Spread, bits</source>
        <translation>Dispersión, bits</translation>
    </message>
    <message>
        <source>Most, bits</source>
        <translation>Máximo, bits</translation>
    </message>
    <message>
        <source>by the word</source>
        <translation>con la palabra</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <source>The kind of recurrent cell: LSTM and GRU have gates that protect their memory, the plain RNN has none.</source>
        <translation>El tipo de celda recurrente: LSTM y GRU tienen puertas que protegen su memoria; la RNN simple no tiene ninguna.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>How many numbers each layer remembers from word to word. More learn more and take longer.</source>
        <translation>Cuántos números recuerda cada capa de una palabra a otra (su estado oculto). Con más se aprende más y se tarda más.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>How many recurrent layers stand on top of each other. One is enough for most texts.</source>
        <translation>Cuántas capas recurrentes hay una sobre otra. Una basta para casi todos los textos.</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>How many numbers describe each word.</source>
        <translation>Cuántos números describen cada palabra.</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulario</translation>
    </message>
    <message>
        <source>How many different words and punctuation marks the model knows at most; the most frequent are kept.</source>
        <translation>Cuántas palabras y signos de puntuación distintos conoce el modelo como máximo; se conservan los más frecuentes.</translation>
    </message>
    <message>
        <source>Least count</source>
        <translation>Apariciones mínimas</translation>
    </message>
    <message>
        <source>Words that stand in the text less often than this are left out of the vocabulary.</source>
        <translation>Las palabras que aparecen menos veces en el texto quedan fuera del vocabulario.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>The share of numbers hidden at random while training, so that the model does not learn the text by heart. Small texts need more.</source>
        <translation>La parte de los números que se oculta al azar al entrenar, para que el modelo no aprenda el texto de memoria. Los textos pequeños necesitan más.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>How long to train. 0 means: no limit, until the model stops getting better.</source>
        <translation>Cuánto tiempo entrenar. 0 significa sin límite, hasta que el modelo deje de mejorar.</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Pasadas</translation>
    </message>
    <message>
        <source>How many times to read the whole text. 0 means: no limit.</source>
        <translation>Cuántas veces leer el texto entero. 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>How far each step moves the weights. Too high makes the training jump about, too low makes it slow.</source>
        <translation>Cuánto mueve los pesos cada paso. Demasiado alta, el entrenamiento da saltos; demasiado baja, va lento.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>How many places of the text are read side by side. More is faster on long texts; short texts need fewer.</source>
        <translation>Cuántos lugares del texto se leen a la vez. Con más, los textos largos van más rápido; los cortos necesitan menos.</translation>
    </message>
    <message>
        <source>Truncation length</source>
        <translation>Longitud de truncamiento</translation>
    </message>
    <message>
        <source>How many words back the error is carried through time in one step.</source>
        <translation>Cuántas palabras hacia atrás se propaga el error en el tiempo en un paso.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Recorte del gradiente</translation>
    </message>
    <message>
        <source>The longest step allowed: gradients with a larger norm are scaled down to it.</source>
        <translation>El paso más largo permitido: los gradientes de norma mayor se reducen a él.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de los pesos</translation>
    </message>
    <message>
        <source>How strongly the weights are pulled towards zero, which keeps the model from learning the text by heart.</source>
        <translation>Con cuánta fuerza se llevan los pesos hacia cero, lo que evita que el modelo aprenda el texto de memoria.</translation>
    </message>
    <message>
        <source>Held-out part</source>
        <translation>Parte reservada</translation>
    </message>
    <message>
        <source>The share of the text that is set aside, never trained on, and used to see how good the model is.</source>
        <translation>La parte del texto que se aparta, con la que nunca se entrena y que sirve para ver lo bueno que es el modelo.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>How many evaluations without an improvement before the training winds down.</source>
        <translation>Cuántas mediciones sin mejora antes de que el entrenamiento vaya terminando.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>How many processor cores to use. 0 means: as many as turn out fastest.</source>
        <translation>Cuántos núcleos del procesador usar. 0 significa: los que resulten más rápidos.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>What computes while training: the processor (cpu) or a graphics processor, if this computer has one that torch can use. Unless you choose, both are tried.</source>
        <translation>Qué calcula durante el entrenamiento: el procesador (cpu) o un procesador gráfico, si este equipo tiene uno que torch pueda usar. Si no se elige, se prueban los dos.</translation>
    </message>
    <message>
        <source>How exactly products are made while training: in single precision, or in bf16, which some processors do twice as fast. Unless you choose, both are tried.</source>
        <translation>Con qué exactitud se calculan los productos al entrenar: en precisión simple, o en bf16, que algunos procesadores hacen el doble de rápido. Si no se elige, se prueban las dos.</translation>
    </message>
    <message>
        <source>These words are never written, with or without capitals; other forms of them are, as “trees” for “tree”. Put spaces or commas between them.</source>
        <translation>Estas palabras no se escriben nunca, con mayúsculas o sin ellas; otras formas sí, como «árboles» si se excluye «árbol». Separarlas con espacios o comas.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>The start of the random numbers: the same seed and settings, device, precision and threads among them, give the same model on the same machine.</source>
        <translation>El comienzo de los números aleatorios: la misma semilla y los mismos ajustes, entre ellos dispositivo, precisión e hilos, dan el mismo modelo en el mismo equipo.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Below 1 the likely words become likelier, above 1 the unlikely ones get their chance.</source>
        <translation>Por debajo de 1, las palabras probables lo son aún más; por encima, las improbables tienen su oportunidad.</translation>
    </message>
    <message>
        <source>Only the best (top-k)</source>
        <translation>Solo las mejores (top-k)</translation>
    </message>
    <message>
        <source>Choose only among this many of the likeliest words. 0 means: no limit.</source>
        <translation>Elegir solo entre este número de las palabras más probables. 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Likeliest share (top-p)</source>
        <translation>Parte más probable (top-p)</translation>
    </message>
    <message>
        <source>Choose only among the likeliest words that together have this probability. 1 means: all words.</source>
        <translation>Elegir solo entre las palabras más probables que suman esta probabilidad. 1 significa todas las palabras.</translation>
    </message>
    <message>
        <source>Least share (min-p)</source>
        <translation>Parte mínima (min-p)</translation>
    </message>
    <message>
        <source>Leave out words that are less likely than this share of the likeliest one. 0 means: all words.</source>
        <translation>Dejar fuera las palabras menos probables que esta parte de la más probable. 0 significa todas las palabras.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Penalización por repetición</translation>
    </message>
    <message>
        <source>The higher, the less likely the words that stand a little before come again. 1 means: no penalty.</source>
        <translation>Cuanto más alta, menos probable es que vuelvan las palabras que están poco antes. 1 significa sin penalización.</translation>
    </message>
    <message>
        <source>No run twice</source>
        <translation>Sin series repetidas</translation>
    </message>
    <message>
        <source>No run of so many words is written that stands on the page already. 0 means: runs may come again.</source>
        <translation>No se escribe ninguna serie de tantas palabras que ya esté en la página. 0 significa que las series pueden repetirse.</translation>
    </message>
    <message>
        <source>Borrow at most</source>
        <translation>Copiar como máximo</translation>
    </message>
    <message>
        <source>No run of more than so many words is written that stands in the training text. 0 means: no limit.</source>
        <translation>No se escribe ninguna serie de más palabras que estas que esté en el texto de entrenamiento. 0 significa sin límite.</translation>
    </message>
    <message>
        <source>Never use</source>
        <translation>No usar nunca</translation>
    </message>
    <message>
        <source>Favour</source>
        <translation>Favorecer</translation>
    </message>
    <message>
        <source>These words become ten times as likely beside the others; put spaces or commas between them.</source>
        <translation>Estas palabras se vuelven diez veces más probables frente a las demás; separarlas con espacios o comas.</translation>
    </message>
    <message>
        <source>Find five words</source>
        <translation>Buscar cinco palabras</translation>
    </message>
    <message>
        <source>The likeliest continuations are found by beam search; drawn ones are different with each seed.</source>
        <translation>Las continuaciones más probables se hallan con búsqueda en haz; las que salen al azar cambian con cada semilla.</translation>
    </message>
    <message>
        <source>Predict with</source>
        <translation>Predecir con</translation>
    </message>
    <message>
        <source>The network is helped by the runs of words counted in the text (n-grams) and by the words of the draft itself (cache). Without them the network writes alone.</source>
        <translation>A la red le ayudan las series de palabras contadas en el texto (n-gramas) y las palabras del propio borrador (caché). Sin ellas, la red escribe sola.</translation>
    </message>
    <message>
        <source>The same seed writes the same words again. 0 means: new ones each time.</source>
        <translation>La misma semilla escribe otra vez las mismas palabras. 0 significa otras cada vez.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>“{name}”, {words} words</source>
        <translation>«{name}», {words} palabras</translation>
    </message>
    <message>
        <source>Another text is being read; wait for it or cancel it.</source>
        <translation>Se está leyendo otro texto; hay que esperar o cancelar la lectura.</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Back to the learning curve</source>
        <translation>Volver a la curva de aprendizaje</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Empe&amp;zar a entrenar</translation>
    </message>
    <message>
        <source>How long have you got?</source>
        <translation>¿Cuánto tiempo hay?</translation>
    </message>
    <message>
        <source>Which kind of memory?</source>
        <translation>¿Qué tipo de memoria?</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>&amp;Más ajustes</translation>
    </message>
    <message>
        <source>Units, layers, vocabulary, dropout, learning rate and the rest</source>
        <translation>Unidades, capas, vocabulario, dropout, tasa de aprendizaje y lo demás</translation>
    </message>
    <message>
        <source>That of the model that it goes on from.</source>
        <translation>El valor del modelo desde el que sigue.</translation>
    </message>
</context>
<context>
    <name>Shades</name>
    <message>
        <source>“{word}”: {bits} bits, 1 in {chance}</source>
        <translation>«{word}»: {bits} bits, 1 de cada {chance}</translation>
    </message>
    <message>
        <source>The model does not know it; these are the bits of any unknown word.</source>
        <translation>El modelo no la conoce; estos son los bits de cualquier palabra desconocida.</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Pale: what both begin with. Bold: what only one has. The model&apos;s words are in its colour.</source>
        <translation>Tenue: el comienzo común. Negrita: lo que solo tiene una. Las palabras del modelo van en su color.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Version {place} of {all}</source>
        <translation>Versión {place} de {all}</translation>
    </message>
    <message>
        <source>{version}, which stands in the text</source>
        <translation>{version}, la que está en el texto</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Tomar esta</translation>
    </message>
    <message>
        <source>It stands in the text already.</source>
        <translation>Ya está en el texto.</translation>
    </message>
</context>
<context>
    <name>SimilarSection</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>The moment in its place</source>
        <translation>El momento en su lugar</translation>
    </message>
    <message>
        <source>Similar moments in the text</source>
        <translation>Momentos parecidos del texto</translation>
    </message>
    <message>
        <source>Look through it</source>
        <translation>Recorrerlo</translation>
    </message>
    <message>
        <source>Look through it all the same</source>
        <translation>Recorrerlo de todos modos</translation>
    </message>
    <message>
        <source>Open “{name}”</source>
        <translation>Abrir «{name}»</translation>
    </message>
    <message>
        <source>Open a text…</source>
        <translation>Abrir un texto…</translation>
    </message>
    <message>
        <source>No text is open. Open the one that this model learnt from, “{source}”, to see where in it the network was in nearly the same state as at the end of the sentence.</source>
        <translation>No hay ningún texto abierto. Abrir aquel del que aprendió este modelo, «{source}», para ver dónde estuvo la red casi en el mismo estado que al final de la frase.</translation>
    </message>
    <message>
        <source>The text that is open, “{name}”, is not the one that this model learnt from, “{source}”.</source>
        <translation>El texto abierto, «{name}», no es aquel del que aprendió este modelo, «{source}».</translation>
    </message>
    <message>
        <source>“{name}” has not been looked through with the model as it is now.</source>
        <translation>«{name}» no se ha recorrido con el modelo tal como está ahora.</translation>
    </message>
    <message>
        <source>Looking through “{name}” …</source>
        <translation>Recorriendo «{name}»…</translation>
    </message>
    <message>
        <source>Where in “{name}” the network was in nearly the same state as at the end of the sentence, and which word really came next there.</source>
        <translation>Dónde, en «{name}», estuvo la red casi en el mismo estado que al final de la frase, y qué palabra siguió de verdad allí.</translation>
    </message>
    <message>
        <source>The model did not learn from this text.</source>
        <translation>El modelo no aprendió de este texto.</translation>
    </message>
    <message>
        <source>The model does not say whether it learnt from it.</source>
        <translation>El modelo no dice si aprendió de él.</translation>
    </message>
    <message>
        <source>{share} of the text was looked through, in stretches that are spread evenly.</source>
        <translation>Se ha recorrido el {share} del texto, en tramos repartidos por igual.</translation>
    </message>
    <message>
        <source>Distance 0 is the same state; all moments are {mean} away on average.</source>
        <translation>Distancia 0 es el mismo estado; de media los momentos están a {mean}.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Looking through “{name}” …</source>
        <translation>Revisando «{name}»…</translation>
    </message>
    <message>
        <source>The text that is open, “{open}”, is not the one that this model learnt from, “{name}”.</source>
        <translation>El texto abierto, «{open}», no es el texto del que aprendió este modelo, «{name}».</translation>
    </message>
    <message>
        <source>The text that it was trained on, “{name}”, is not open. Open it to see where words come from.</source>
        <translation>El texto con el que se entrenó, «{name}», no está abierto. Abrirlo para ver de dónde vienen las palabras.</translation>
    </message>
    <message>
        <source>Open “{name}”</source>
        <translation>Abrir «{name}»</translation>
    </message>
    <message>
        <source>Open the text…</source>
        <translation>Abrir el texto…</translation>
    </message>
    <message>
        <source>Looking through your page …</source>
        <translation>Revisando la página…</translation>
    </message>
    <message>
        <source>There are no words of the model&apos;s on the page yet.</source>
        <translation>Todavía no hay palabras del modelo en la página.</translation>
    </message>
    <message>
        <source>{share} of the model&apos;s words stand in the text in runs of {least} or more.</source>
        <translation>El {share} de las palabras del modelo está en el texto en series de {least} o más.</translation>
    </message>
    <message>
        <source>Compared with “{name}”, which this model did not learn from.</source>
        <translation>Comparado con «{name}», del que este modelo no aprendió.</translation>
    </message>
    <message>
        <source>Compared with “{name}”, the text that is open. This model does not say whether it learnt from it.</source>
        <translation>Comparado con «{name}», el texto abierto. Este modelo no dice si aprendió de él.</translation>
    </message>
    <message>
        <source>Run {number} of {all}: {words} words, {share} into the text</source>
        <translation>Serie {number} de {all}: {words} palabras, al {share} del texto</translation>
    </message>
    <message>
        <source>No run of the model&apos;s words on the page is so long.</source>
        <translation>Ninguna serie de palabras del modelo en la página es tan larga.</translation>
    </message>
    <message>
        <source>Put the cursor into underlined words to see where they stand in the text.</source>
        <translation>Poner el cursor en palabras subrayadas para ver dónde están en el texto.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs on the page</source>
        <translation>
            <numerusform>%Ln serie en la página</numerusform>
            <numerusform>%Ln series en la página</numerusform>
        </translation>
    </message>
    <message>
        <source>Set the limit first.</source>
        <translation>Antes hay que poner el límite.</translation>
    </message>
    <message>
        <source>A whole text is written in the mode “From one word”.</source>
        <translation>Un texto entero se escribe en el modo «Desde una palabra».</translation>
    </message>
    <message>
        <source>It is writing.</source>
        <translation>Está escribiendo.</translation>
    </message>
    <message>
        <source>Put the cursor into a passage that the model has written.</source>
        <translation>Poner el cursor en un pasaje que haya escrito el modelo.</translation>
    </message>
</context>
<context>
    <name>StatementPage</name>
    <message>
        <source>How it learned</source>
        <translation>Cómo aprendió</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>sin medir todavía</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <source>Example model ({cell})</source>
        <translation>Modelo de ejemplo ({cell})</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>{n} numbers for each word</source>
        <translation>{n} números por palabra</translation>
    </message>
    <message>
        <source>Words it knows</source>
        <translation>Palabras que conoce</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>The numbers that it has learned.</source>
        <translation>Los números que ha aprendido.</translation>
    </message>
    <message>
        <source>Held-out perplexity</source>
        <translation>Perplejidad en el texto reservado</translation>
    </message>
    <message>
        <source>How unsure the model is about text it has not seen.</source>
        <translation>Cuánto duda el modelo ante texto que no ha visto.</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Tiempo entrenado</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message numerus="yes">
        <source>%n layers of {units} units</source>
        <translation>
            <numerusform>%n capa de {units} unidades</numerusform>
            <numerusform>%n capas de {units} unidades</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} words and marks</source>
        <translation>{n} palabras y signos</translation>
    </message>
</context>
<context>
    <name>Suggester</name>
    <message>
        <source>The model knows no word that begins so.</source>
        <translation>El modelo no conoce ninguna palabra que empiece así.</translation>
    </message>
    <message>
        <source>Your settings rule out every word that begins so.</source>
        <translation>Los ajustes excluyen todas las palabras que empiezan así.</translation>
    </message>
    <message>
        <source>The model has nothing to suggest here.</source>
        <translation>El modelo no tiene nada que sugerir aquí.</translation>
    </message>
    <message>
        <source>Getting the model ready…</source>
        <translation>Preparando el modelo…</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Sugerencias</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>before your settings {share}</source>
        <translation>antes de los ajustes {share}</translation>
    </message>
</context>
<context>
    <name>SurpriseLegend</name>
    <message>
        <source>10 bits: as unsure as choosing among {words} words</source>
        <translation>10 bits: tanta duda como entre {words} palabras</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>esperado</translation>
    </message>
    <message>
        <source>surprising</source>
        <translation>sorprendente</translation>
    </message>
    <message>
        <source>Bits say how surprising a word is where it stands: each bit more, and the model held it half as likely. Words are shaded by bits, from the colour of the page at 0 to the last colour at {full} and more.</source>
        <translation>Los bits dicen cuánto sorprende una palabra donde está: con cada bit más, al modelo le parecía la mitad de probable. Las palabras se colorean según sus bits, desde el color de la página, con 0, hasta el último color, con {full} o más.</translation>
    </message>
</context>
<context>
    <name>SurprisePage</name>
    <message>
        <source>Least predictable</source>
        <translation>Lo menos predecible</translation>
    </message>
    <message>
        <source>Most predictable</source>
        <translation>Lo más predecible</translation>
    </message>
    <message>
        <source>No passage is long enough to be listed.</source>
        <translation>Ningún pasaje es bastante largo para la lista.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>How surprising is this text?</source>
        <translation>¿Cuánto sorprende este texto?</translation>
    </message>
    <message>
        <source>Measuring: {share}</source>
        <translation>Midiendo: {share}</translation>
    </message>
    <message>
        <source>Measuring: {share}, about {time} left</source>
        <translation>Midiendo: {share}, quedan unos {time}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop measuring; what is shown stays</source>
        <translation>Dejar de medir; lo que se ve se conserva</translation>
    </message>
    <message>
        <source>Not measured to its end.</source>
        <translation>No se ha medido hasta el final.</translation>
    </message>
    <message>
        <source>Measure the text as it is now</source>
        <translation>Medir el texto tal como está ahora</translation>
    </message>
    <message>
        <source>Predicted by: {what}. The same as for the suggestions.</source>
        <translation>Predice: {what}. Lo mismo que en las sugerencias.</translation>
    </message>
    <message>
        <source>Perplexity {value}</source>
        <translation>Perplejidad {value}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them unknown to the model</source>
        <translation>
            <numerusform>%Ln de ellas desconocida para el modelo</numerusform>
            <numerusform>%Ln de ellas desconocidas para el modelo</numerusform>
        </translation>
    </message>
    <message>
        <source>With so many unknown words the text seems more predictable than it is.</source>
        <translation>Con tantas palabras desconocidas, el texto parece más predecible de lo que es.</translation>
    </message>
    <message>
        <source>Perplexity: among so many words the model would choose as unsurely, averaged over all words, marks and ends of paragraphs. An unknown word counts with the bits of any unknown word.</source>
        <translation>Perplejidad: entre cuántas palabras elegiría el modelo con la misma duda, de media en todas las palabras, signos y finales de párrafo. Una palabra desconocida cuenta con los bits de cualquier palabra desconocida.</translation>
    </message>
    <message>
        <source>Paste or type a text into the page. Each of its words is then shaded by how surprising it is to the model, and its most and least predictable passages are listed here.</source>
        <translation>Pegar o escribir un texto en la página. Cada palabra se colorea entonces según cuánto sorprende al modelo, y aquí se listan los pasajes más y menos predecibles.</translation>
    </message>
</context>
<context>
    <name>SwapPicture</name>
    <message>
        <source>The next word before and after the swap</source>
        <translation>La palabra siguiente antes y después del cambio</translation>
    </message>
    <message>
        <source>“{other}” in the place of “{word}” moves the next word&apos;s probabilities by {bits} bits.</source>
        <translation>«{other}» en el lugar de «{word}» mueve en {bits} bits las probabilidades de la palabra siguiente.</translation>
    </message>
    <message>
        <source>“{word}” goes from {before} to {after}.</source>
        <translation>«{word}» pasa de {before} a {after}.</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>Palabra siguiente</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>“{word}” as it is</source>
        <translation>«{word}», como está</translation>
    </message>
    <message>
        <source>“{word}” instead</source>
        <translation>«{word}» en su lugar</translation>
    </message>
</context>
<context>
    <name>TextOut</name>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Texto sin formato (*.txt)</translation>
    </message>
    <message>
        <source>Plain text, the model&apos;s words in brackets (*.txt)</source>
        <translation>Texto sin formato, las palabras del modelo entre corchetes (*.txt)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Markdown, the model&apos;s words in emphasis (*.md)</source>
        <translation>Markdown, las palabras del modelo con énfasis (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Web page, the model&apos;s words in colour (*.html)</source>
        <translation>Página web, las palabras del modelo en color (*.html)</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Guardar texto</translation>
    </message>
    <message>
        <source>text.txt</source>
        <translation>texto.txt</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Choose another file…</source>
        <translation>Elegir otro archivo…</translation>
    </message>
</context>
<context>
    <name>TimeChoice</name>
    <message>
        <source>2 minutes</source>
        <translation>2 minutos</translation>
    </message>
    <message>
        <source>Enough for a first impression, and for a small text to become readable.</source>
        <translation>Bastan para una primera impresión y para que un texto pequeño se vuelva legible.</translation>
    </message>
    <message>
        <source>10 minutes</source>
        <translation>10 minutos</translation>
    </message>
    <message>
        <source>A good model of a book.</source>
        <translation>Un buen modelo de un libro.</translation>
    </message>
    <message>
        <source>60 minutes</source>
        <translation>60 minutos</translation>
    </message>
    <message>
        <source>For long texts and larger networks.</source>
        <translation>Para textos largos y redes más grandes.</translation>
    </message>
    <message>
        <source>Until it stops improving</source>
        <translation>Hasta que deje de mejorar</translation>
    </message>
    <message>
        <source>It ends by itself: minutes for a small text, perhaps hours for a long one.</source>
        <translation>Termina solo: minutos con un texto pequeño, quizá horas con uno largo.</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>Getting ready</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Training on “{name}”</source>
        <translation>Entrenando con «{name}»</translation>
    </message>
    <message>
        <source>Winding down</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Measuring what it learned</source>
        <translation>Midiendo lo aprendido</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniendo</translation>
    </message>
    <message>
        <source>What it learned</source>
        <translation>Lo que ha aprendido</translation>
    </message>
    <message>
        <source>Loading the engine and counting the words of “{name}”. This takes a few seconds.</source>
        <translation>Cargando el motor y contando las palabras de «{name}». Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Held-out perplexity no longer improves, so it goes back to the best point and takes smaller and smaller steps from there.</source>
        <translation>La perplejidad en el texto reservado ya no mejora, así que vuelve al mejor punto y desde allí da pasos cada vez más pequeños.</translation>
    </message>
    <message>
        <source>The network is done. Now runs of words are counted to help it, and all of it is measured on text it has not seen. This takes some seconds.</source>
        <translation>La red ya está. Ahora se cuentan series de palabras que le ayudan y se mide todo en texto que no ha visto. Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Nothing is being computed now. You can write with what it has learned so far.</source>
        <translation>Ahora no se calcula nada. Se puede escribir con lo que ha aprendido hasta aquí.</translation>
    </message>
    <message>
        <source>All of it is being kept. It goes on where it was.</source>
        <translation>Se guarda entero. Seguirá donde estaba.</translation>
    </message>
    <message>
        <source>Keeping the best model.</source>
        <translation>Conservando el mejor modelo.</translation>
    </message>
    <message>
        <source>The first measurement comes in a few seconds.</source>
        <translation>La primera medición llega en unos segundos.</translation>
    </message>
    <message>
        <source>It trained for {time}, the time you gave it.</source>
        <translation>Ha entrenado {time}, el tiempo indicado.</translation>
    </message>
    <message>
        <source>It trained for {time}, as many passes as you asked for.</source>
        <translation>Ha entrenado {time}, las pasadas indicadas.</translation>
    </message>
    <message>
        <source>It stopped after {time} because held-out perplexity no longer improved.</source>
        <translation>Ha terminado tras {time}, porque la perplejidad en el texto reservado ya no mejoraba.</translation>
    </message>
    <message>
        <source>You stopped it after {time}; the best model is kept.</source>
        <translation>Se detuvo a mano tras {time}; se conserva el mejor modelo.</translation>
    </message>
    <message>
        <source>It broke off after {time}; the best model is kept.</source>
        <translation>Se interrumpió tras {time}; se conserva el mejor modelo.</translation>
    </message>
    <message>
        <source>It was trained on “{name}” for {time}.</source>
        <translation>Se entrenó con «{name}» durante {time}.</translation>
    </message>
    <message>
        <source>It ended before anything was measured.</source>
        <translation>Terminó antes de medir nada.</translation>
    </message>
    <message>
        <source>Helped by n‑grams and cache it comes to {value}.</source>
        <translation>Con ayuda de n‑gramas y caché llega a {value}.</translation>
    </message>
    <message>
        <source>The held-out perplexity had risen to {value}: back to the best model, with smaller steps.</source>
        <translation>La perplejidad en el texto reservado había subido a {value}: vuelve al mejor modelo, con pasos más pequeños.</translation>
    </message>
    <message>
        <source>On the text it trained on it is far surer (perplexity {training}): it has learned parts of it by heart. A longer text helps most; more dropout or fewer units help too.</source>
        <translation>Con el texto de entrenamiento duda mucho menos (perplejidad {training}): ha aprendido partes de memoria. Lo que más ayuda es un texto más largo; también más dropout o menos unidades.</translation>
    </message>
    <message>
        <source>counted pairs of words</source>
        <translation>pares de palabras contados</translation>
    </message>
    <message>
        <source>counted runs of words</source>
        <translation>series de palabras contadas</translation>
    </message>
</context>
<context>
    <name>UnfinishedBar</name>
    <message>
        <source>Go on training</source>
        <translation>Seguir entrenando</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Descartar…</translation>
    </message>
    <message>
        <source>The training on “{name}” is not finished.</source>
        <translation>El entrenamiento con «{name}» no ha terminado.</translation>
    </message>
    <message>
        <source>Reads {path} again and goes on where it was left</source>
        <translation>Volver a leer {path} y seguir donde se quedó</translation>
    </message>
    <message>
        <source>trained for {time}</source>
        <translation>{time} de entrenamiento</translation>
    </message>
    <message>
        <source>until it stops improving</source>
        <translation>hasta que deje de mejorar</translation>
    </message>
    <message>
        <source>{share} done, about {time} to go</source>
        <translation>{share} hecho; quedan unos {time}</translation>
    </message>
    <message>
        <source>held-out perplexity {value}</source>
        <translation>perplejidad (reservado): {value}</translation>
    </message>
</context>
<context>
    <name>UnitLine</name>
    <message>
        <source>One unit along the sentence</source>
        <translation>Una unidad a lo largo de la frase</translation>
    </message>
    <message>
        <source>{block}, unit {unit}: highest at “{high}” ({most}), lowest at “{low}” ({least}).</source>
        <translation>{block}, unidad {unit}: máximo en «{high}» ({most}), mínimo en «{low}» ({least}).</translation>
    </message>
    <message>
        <source>{block}, unit {unit}</source>
        <translation>{block}, unidad {unit}</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
</context>
<context>
    <name>UnknownNote</name>
    <message>
        <source>The model does not know “{word}”. Nearest:</source>
        <translation>El modelo no conoce «{word}». Parecidas:</translation>
    </message>
    <message>
        <source>The model does not know “{word}”, nor any word like it.</source>
        <translation>El modelo no conoce «{word}» ni ninguna palabra parecida.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in the text it learned from</source>
        <translation>
            <numerusform>%Ln vez en el texto de entrenamiento</numerusform>
            <numerusform>%Ln veces en el texto de entrenamiento</numerusform>
        </translation>
    </message>
    <message>
        <source>Put “{near}” in its place ({times})</source>
        <translation>Poner «{near}» en su lugar ({times})</translation>
    </message>
    <message>
        <source>Put “{near}” in the place of “{word}”</source>
        <translation>Poner «{near}» en lugar de «{word}»</translation>
    </message>
</context>
<context>
    <name>UnrolledPage</name>
    <message>
        <source>Let it go on</source>
        <translation>Que siga</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>The network unrolled</source>
        <translation>La red desplegada</translation>
    </message>
    <message>
        <source>On the arrows: the mean of the state&apos;s absolute values. In the boxes: its first 8 units, full bars up are positive, hollow ones down negative; each row has one scale. Pale outputs are not used. Only words are counted.</source>
        <translation>En las flechas: la media de los valores absolutos del estado. En las cajas: sus 8 primeras unidades; las barras llenas hacia arriba son positivas, las huecas hacia abajo negativas; cada fila tiene una escala. Las salidas pálidas no se usan. Solo se cuentan palabras.</translation>
    </message>
    <message>
        <source>The first arrows bring the states after ¶.</source>
        <translation>Las primeras flechas traen los estados que quedan tras ¶.</translation>
    </message>
    <message>
        <source>Show the steps one after the other, from the first</source>
        <translation>Mostrar los pasos uno tras otro, desde el primero</translation>
    </message>
    <message>
        <source>Type a sentence first.</source>
        <translation>Escribir antes una frase.</translation>
    </message>
    <message>
        <source>So many steps are not shown side by side.</source>
        <translation>Tantos pasos no se muestran a la par.</translation>
    </message>
    <message>
        <source>The word that is written last goes back in, and one more is written (Space)</source>
        <translation>La última palabra escrita vuelve a entrar y se escribe una más (Espacio)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>UnrolledPicture</name>
    <message>
        <source>The network unrolled</source>
        <translation>La red desplegada</translation>
    </message>
    <message>
        <source>Layer {k}</source>
        <translation>Capa {k}</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Word in</source>
        <translation>Entrada</translation>
    </message>
</context>
<context>
    <name>UnrolledWords</name>
    <message numerus="yes">
        <source>%n words in</source>
        <translation>
            <numerusform>entra %n palabra</numerusform>
            <numerusform>entran %n palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>sale %n</numerusform>
            <numerusform>salen %n</numerusform>
        </translation>
    </message>
    <message>
        <source>One to many</source>
        <translation>Una a muchas</translation>
    </message>
    <message>
        <source>Many to many</source>
        <translation>Muchas a muchas</translation>
    </message>
    <message>
        <source>Many to one</source>
        <translation>Muchas a una</translation>
    </message>
    <message>
        <source>Only the output after “{last}” counts, and there the network writes “{written}” ({chance}); all that it knows of the words before is in its states (mean |h| {size}).</source>
        <translation>Solo cuenta la salida tras «{last}», y ahí la red escribe «{written}» ({chance}); todo lo que sabe de las palabras anteriores está en sus estados (media de |h|: {size}).</translation>
    </message>
    <message>
        <source>After “{last}” the network writes “{written}”; each of these but the last is fed back as the next input. The first of them has a probability of {chance}.</source>
        <translation>Tras «{last}» la red escribe «{written}»; cada una de estas palabras menos la última vuelve como entrada siguiente. La primera tiene una probabilidad de {chance}.</translation>
    </message>
    <message>
        <source>Step {n}: “{word}” is read, fed back from the output of step {before}.</source>
        <translation>Paso {n}: se lee «{word}», devuelta desde la salida del paso {before}.</translation>
    </message>
    <message>
        <source>Step {n}: “{word}” is read; it is given.</source>
        <translation>Paso {n}: se lee «{word}»; está dada.</translation>
    </message>
    <message>
        <source>Step {n}: “{word}” is given; the model does not know it and reads its sign for unknown words.</source>
        <translation>Paso {n}: «{word}» está dada; el modelo no la conoce y lee su signo de palabra desconocida.</translation>
    </message>
    <message>
        <source>layer {k}: {sizes}</source>
        <translation>capa {k}: {sizes}</translation>
    </message>
    <message>
        <source>On to the next step goes {layers}.</source>
        <translation>Al paso siguiente pasa {layers}.</translation>
    </message>
    <message>
        <source>mean |{sign}|</source>
        <translation>media de |{sign}|</translation>
    </message>
    <message>
        <source>Likeliest next: {likely}.</source>
        <translation>Lo más probable después: {likely}.</translation>
    </message>
    <message>
        <source>Not used: the next word is given.</source>
        <translation>No se usa: la palabra siguiente está dada.</translation>
    </message>
    <message>
        <source>It writes “{word}” ({chance}).</source>
        <translation>Escribe «{word}» ({chance}).</translation>
    </message>
    <message>
        <source>{n} · fed back</source>
        <translation>{n} · devuelta</translation>
    </message>
    <message>
        <source>{n} · given</source>
        <translation>{n} · dada</translation>
    </message>
    <message>
        <source>Layer {k}, {mean}</source>
        <translation>Capa {k}, {mean}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Word in</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Given or fed back</source>
        <translation>Dada o devuelta</translation>
    </message>
    <message>
        <source>Likeliest next</source>
        <translation>Más probable</translation>
    </message>
    <message>
        <source>Its probability</source>
        <translation>Su probabilidad</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrita</translation>
    </message>
    <message>
        <source>fed back</source>
        <translation>devuelta</translation>
    </message>
    <message>
        <source>given</source>
        <translation>dada</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
</context>
<context>
    <name>Unsure</name>
    <message>
        <source>lost on text it has not seen</source>
        <translation>perdido ante texto que no ha visto</translation>
    </message>
    <message numerus="yes">
        <source>as unsure as choosing among %Ln words</source>
        <translation>
            <numerusform>duda como entre %Ln palabra</numerusform>
            <numerusform>duda como entre %Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>In this text the model is lost.</source>
        <translation>En este texto, el modelo está perdido.</translation>
    </message>
    <message numerus="yes">
        <source>The model is as unsure as choosing among %Ln words at each place.</source>
        <translation>
            <numerusform>El modelo duda en cada lugar como si eligiera entre %Ln palabra.</numerusform>
            <numerusform>El modelo duda en cada lugar como si eligiera entre %Ln palabras.</numerusform>
        </translation>
    </message>
    <message>
        <source>On text it has not seen it is lost.</source>
        <translation>Ante texto que no ha visto está perdido.</translation>
    </message>
    <message numerus="yes">
        <source>On text it has not seen it is as unsure as choosing among %Ln words.</source>
        <translation>
            <numerusform>Ante texto que no ha visto duda como si eligiera entre %Ln palabra.</numerusform>
            <numerusform>Ante texto que no ha visto duda como si eligiera entre %Ln palabras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On text it has not seen it is as unsure as choosing among %Ln words (best after {time}).</source>
        <translation>
            <numerusform>Ante texto que no ha visto duda como si eligiera entre %Ln palabra (lo mejor, tras {time}).</numerusform>
            <numerusform>Ante texto que no ha visto duda como si eligiera entre %Ln palabras (lo mejor, tras {time}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsList</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>After “…{words}”</source>
        <translation>Tras «…{words}»</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>Al principio</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Version {place} of {all}, which stands in the text</source>
        <translation>Versión {place} de {all}, la que está en el texto</translation>
    </message>
    <message>
        <source>Version {place} of {all}</source>
        <translation>Versión {place} de {all}</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>&amp;Compare</source>
        <translation>Com&amp;parar</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>Descar&amp;tar</translation>
    </message>
    <message>
        <source>There is one version of everything so far.

Click a word that the model has written, or press F2 at it, and choose another: the text goes on from there, and what stood there is kept here.</source>
        <translation>Por ahora hay una sola versión de todo.

Hacer clic en una palabra escrita por el modelo, o pulsar F2 en ella, y elegir otra: el texto sigue desde ahí, y lo que había se conserva aquí.</translation>
    </message>
    <message>
        <source>Choose a version first.</source>
        <translation>Antes hay que elegir una versión.</translation>
    </message>
    <message>
        <source>Lay it beside the version that stands in the text</source>
        <translation>Ponerla al lado de la versión que está en el texto</translation>
    </message>
    <message>
        <source>Give this version up; Ctrl+Z brings it back</source>
        <translation>Descartar esta versión; Ctrl+Z la recupera</translation>
    </message>
</context>
<context>
    <name>VocabularySlider</name>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulario</translation>
    </message>
    <message>
        <source>The most frequent words are kept; the others count as unknown.</source>
        <translation>Se conservan las palabras más frecuentes; las demás cuentan como desconocidas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln words and marks</source>
        <translation>
            <numerusform>%Ln palabra o signo</numerusform>
            <numerusform>%Ln palabras y signos</numerusform>
        </translation>
    </message>
    <message>
        <source>The model will know the whole text.</source>
        <translation>El modelo conocerá el texto entero.</translation>
    </message>
    <message>
        <source>The model will know {share} of the text.</source>
        <translation>El modelo conocerá el {share} del texto.</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>What each word did</source>
        <translation>Qué hizo cada palabra</translation>
    </message>
</context>
<context>
    <name>WordBars</name>
    <message>
        <source>The most frequent words: {words}</source>
        <translation>Las palabras más frecuentes: {words}</translation>
    </message>
</context>
<context>
    <name>WriteDesk</name>
    <message>
        <source>Outline: before your settings</source>
        <translation>Contorno: antes de los ajustes</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>What the model would write next, and how it chooses</source>
        <translation>Lo que el modelo escribiría después y cómo elige</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Where the model&apos;s words come from; Ctrl and a click on underlined words lead here</source>
        <translation>De dónde vienen las palabras del modelo; con Ctrl y un clic en palabras subrayadas se llega aquí</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>What else has stood in places of the text</source>
        <translation>Qué más ha habido en lugares del texto</translation>
    </message>
    <message>
        <source>How surprising each word of the text is to the model</source>
        <translation>Cuánto sorprende al modelo cada palabra del texto</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Sorpresa</translation>
    </message>
</context>
<context>
    <name>WritePanel</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <source>{bits}+ bits</source>
        <translation>{bits}+ bits</translation>
    </message>
    <message>
        <source>{bits} bits</source>
        <translation>{bits} bits</translation>
    </message>
    <message>
        <source>1 in {chance}</source>
        <translation>1/{chance}</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>seguro</translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%Ln times in the text it learned from</source>
        <translation>
            <numerusform>%Ln vez en el texto de entrenamiento</numerusform>
            <numerusform>%Ln veces en el texto de entrenamiento</numerusform>
        </translation>
    </message>
</context>
</TS>
