<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Besides</name>
    <message numerus="yes">
        <source>borrows at most %Ln words</source>
        <translation>
            <numerusform>borrows at most %Ln word</numerusform>
            <numerusform>borrows at most %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no run of %Ln words twice</source>
        <translation>
            <numerusform>no word twice</numerusform>
            <numerusform>no run of %Ln words twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words} and %Ln more</source>
        <translation>
            <numerusform>{words} and %Ln more</numerusform>
            <numerusform>{words} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GrowingSlider</name>
    <message numerus="yes">
        <source>Growing up · %Ln snapshots</source>
        <translation>
            <numerusform>Growing up · %Ln snapshot</numerusform>
            <numerusform>Growing up · %Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryCurvePicture</name>
    <message numerus="yes">
        <source>Half of what it remembers lies within the last %n words.</source>
        <translation>
            <numerusform>Half of what it remembers lies in the last word.</numerusform>
            <numerusform>Half of what it remembers lies within the last %n words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%Ln earlier words are read and not swapped.</source>
        <translation>
            <numerusform>%Ln earlier word is read and not swapped.</numerusform>
            <numerusform>%Ln earlier words are read and not swapped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OneWord</name>
    <message numerus="yes">
        <source>Write %Ln more words where it ends</source>
        <translation>
            <numerusform>Write %Ln more word where it ends</numerusform>
            <numerusform>Write %Ln more words where it ends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReasonsWords</name>
    <message numerus="yes">
        <source>One speaks for it and the other against it at %Ln words: {words}.</source>
        <translation>
            <numerusform>One speaks for it and the other against it at %Ln word: {words}.</numerusform>
            <numerusform>One speaks for it and the other against it at %Ln words: {words}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SamplingBox</name>
    <message numerus="yes">
        <source>best %Ln words</source>
        <translation>
            <numerusform>best word</numerusform>
            <numerusform>best %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%Ln runs on the page</source>
        <translation>
            <numerusform>%Ln run on the page</numerusform>
            <numerusform>%Ln runs on the page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatementPage</name>
    <message numerus="yes">
        <source>%n layers of {units} units</source>
        <translation>
            <numerusform>%n layer of {units} units</numerusform>
            <numerusform>%n layers of {units} units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurprisePage</name>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them unknown to the model</source>
        <translation>
            <numerusform>%Ln of them unknown to the model</numerusform>
            <numerusform>%Ln of them unknown to the model</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnknownNote</name>
    <message numerus="yes">
        <source>%Ln times in the text it learned from</source>
        <translation>
            <numerusform>%Ln time in the text it learned from</numerusform>
            <numerusform>%Ln times in the text it learned from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnrolledWords</name>
    <message numerus="yes">
        <source>%n words in</source>
        <translation>
            <numerusform>%n word in</numerusform>
            <numerusform>%n words in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n out</source>
        <translation>
            <numerusform>%n out</numerusform>
            <numerusform>%n out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unsure</name>
    <message numerus="yes">
        <source>as unsure as choosing among %Ln words</source>
        <translation>
            <numerusform>as unsure as choosing among %Ln word</numerusform>
            <numerusform>as unsure as choosing among %Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model is as unsure as choosing among %Ln words at each place.</source>
        <translation>
            <numerusform>The model is as unsure as choosing among %Ln word at each place.</numerusform>
            <numerusform>The model is as unsure as choosing among %Ln words at each place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On text it has not seen it is as unsure as choosing among %Ln words.</source>
        <translation>
            <numerusform>On text it has not seen it is as unsure as choosing among %Ln word.</numerusform>
            <numerusform>On text it has not seen it is as unsure as choosing among %Ln words.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On text it has not seen it is as unsure as choosing among %Ln words (best after {time}).</source>
        <translation>
            <numerusform>On text it has not seen it is as unsure as choosing among %Ln word (best after {time}).</numerusform>
            <numerusform>On text it has not seen it is as unsure as choosing among %Ln words (best after {time}).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsList</name>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularySlider</name>
    <message numerus="yes">
        <source>%Ln words and marks</source>
        <translation>
            <numerusform>%Ln word or mark</numerusform>
            <numerusform>%Ln words and marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%Ln times in the text it learned from</source>
        <translation>
            <numerusform>%Ln time in the text it learned from</numerusform>
            <numerusform>%Ln times in the text it learned from</numerusform>
        </translation>
    </message>
</context>
</TS>
