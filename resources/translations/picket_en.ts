<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>picket::ui::BlockedOrigins</name>
    <message numerus="yes">
        <source>Blocked %n request(s) from %1</source>
        <translation>
            <numerusform>Blocked %n request from %1</numerusform>
            <numerusform>Blocked %n requests from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>picket::ui::EventDock</name>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n feedback</numerusform>
            <numerusform>%n feedback</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>picket::ui::IssuePane</name>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) deleted</source>
        <translation>
            <numerusform>%n issue deleted</numerusform>
            <numerusform>%n issues deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>picket::ui::TimeAxisView</name>
    <message numerus="yes">
        <source>%n event(s) here</source>
        <translation>
            <numerusform>%n event here</numerusform>
            <numerusform>%n events here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n breadcrumb(s)</source>
        <translation>
            <numerusform>%n breadcrumb</numerusform>
            <numerusform>%n breadcrumbs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>picket::ui::ErrorText</name>
    <message numerus="yes">
        <source>The state of %n issue(s) was not changed: %1</source>
        <translation>
            <numerusform>The state of %n issue was not changed: %1</numerusform>
            <numerusform>The state of %n issues was not changed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) were not deleted: %1</source>
        <translation>
            <numerusform>%n issue was not deleted: %1</numerusform>
            <numerusform>%n issues were not deleted: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) were not brought back: %1</source>
        <translation>
            <numerusform>%n issue was not brought back: %1</numerusform>
            <numerusform>%n issues were not brought back: %1</numerusform>
        </translation>
    </message>
</context>
</TS>
