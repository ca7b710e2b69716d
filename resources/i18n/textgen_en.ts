<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>Unsure</name>
    <message numerus="yes">
        <source>as unsure as choosing among %Ln words</source>
        <translation>
            <numerusform>as unsure as choosing among %Ln word</numerusform>
            <numerusform>as unsure as choosing among %Ln words</numerusform>
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
    <name>VocabularySlider</name>
    <message numerus="yes">
        <source>%Ln words and marks</source>
        <translation>
            <numerusform>%Ln word or mark</numerusform>
            <numerusform>%Ln words and marks</numerusform>
        </translation>
    </message>
</context>
</TS>
