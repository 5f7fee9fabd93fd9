<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ReasonText</name>
    <message>
        <source>the compressed body is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body is compressed in a way that is not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than Picket accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no JSON, not even after repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something in it is not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent to a host name that is not this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent by a page of another origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent by a page of another site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is nothing at this path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this path is not used with that method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the project in the path is no positive number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header field is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many header fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of the header is malformed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header field has a blank before its colon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sender went away before it was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picket stopped before the request was complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the body found no place on the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database was in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a fault in Picket, please report it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its length was wrong, its end was found without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte order mark stood before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more items than Picket reads from one envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what followed was no item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header is no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no line break behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines were missing their breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than Picket keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more attachments than Picket keeps of one envelope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::BlockedOrigins</name>
    <message numerus="yes">
        <source>Blocked %n request(s) from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow requests from %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Breadcrumb</name>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>navigation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 min %3 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 h %3 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::BreadcrumbModel</name>
    <message>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null (no breadcrumb was sent here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 older ones are not shown: see Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, type %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::BreadcrumbsDock</name>
    <message>
        <source>Breadcrumbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least level of breadcrumbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of breadcrumbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breadcrumbs with Time of Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see what led to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event came without breadcrumbs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All types</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Context</name>
    <message>
        <source>Application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client’s operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Culture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenTelemetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>culprit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, further ones are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debug images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redacted or cut by the SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other attributes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::ContextDock</name>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see the context of its events.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Delivery</name>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untyped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::ErrorText</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Picket. Nothing was changed; please use that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or no Picket database. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be listened on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::EventDock</name>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issue selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one in the list, or press J.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>platform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unhandled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first seen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::EventListModel</name>
    <message>
        <source>&lt;no title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event %1, %2, %3, at %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::EventsDock</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of All Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow New Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This issue has no events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see its events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event of all issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events of all issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event of this issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events of this issue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::FirstRunPage</name>
    <message>
        <source>Send test event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this DSN to the SDK of your program. Any key and any project number will do; a project appears with its first event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A real request to this listener, as an SDK would send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy DSN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DSN is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered 200: the event is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered %1: the wire log says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::FolderQuestion</name>
    <message>
        <source>Show Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never for This Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on this disk: show files below %2?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Grouping</name>
    <message>
        <source>the same as for the application’s own code alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stack decides, and only the other variant has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the event identifies it: all such events share one issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the custom fingerprint decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checksum that the SDK sent decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a rule of Picket’s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual key together with the fingerprint’s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands for its value in this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers, ids, dates and the like are replaced by names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the exception decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the thread decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stack trace decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the template decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the security report decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the type is the SDK’s invention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stack decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain and code decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals another exception of its group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group of equal exceptions counts as one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not among the causes of the main exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no single thread has crashed or is the current one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its frames counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no frames of the application’s own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lone frame without a function tells too little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so many frames that the oldest do not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the SDK sent null in this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the application’s own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the application’s own code, by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>equals the frame before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code of the engine, in which browsers differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in the frame identifies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the module decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is the path of a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an anonymous function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no function is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that the compiler numbers anew in each build</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without its generated part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without arguments, return type and the like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names of mapped code are unreliable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line so long that it is minified code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-level code of a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in-app code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>custom fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checksum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stack trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line of source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NSError</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSP report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HPKP report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect-CT report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect-Staple report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::GroupingDock</name>
    <message>
        <source>Grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Grouping Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was looked at in order to group this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see what its events have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash %1 · rules version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · stored under another hash than these rules give</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::GroupingModel</name>
    <message>
        <source>counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::HeaderStrip</name>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by title or culprit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused · %1 new</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::IssueModel</name>
    <message>
        <source>project %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;no title&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events per hour of the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events in the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, last seen %4, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::IssuePane</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the waiting updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) deleted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Next Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;Columns …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issue here has “%1” in its title or culprit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one project is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part of the time is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unresolved issue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was marked yet. Mark a moment, and what is new from then on is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issue has come back after it was resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issue is muted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No issue is resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no issue.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::LayoutManager</name>
    <message>
        <source>Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Pane to the Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Pane to the Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Pane to the Bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::MainWindow</name>
    <message>
        <source>Back to the &amp;Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause the Display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect a Program …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;DSN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send &amp;Test Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Picket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Picket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picket %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An issue browser for the SDKs of Sentry, on this machine only.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this moment: “New since mark” shows what is new from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 - Picket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window only views the workspace; it is owned by %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1, because the usual port was taken. An SDK&apos;s “spotlight: true” finds only the usual port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test event stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test event: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>viewing, owned by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   %2 / min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 issues · %2 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   workspace %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 request refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 requests refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be stored at the moment (%1). Senders are answered 503, so their events are lost unless they send them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::RawDock</name>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON As Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see its JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be read as JSON: the bytes as they came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mended in order to be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Request</name>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query string</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fragment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment of the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::RequestDock</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event came without a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see the request behind it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::SourceDock</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the lines that the event recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source as the Event Recorded It</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Again for Source Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SDK sent null for this frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frame came without source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   no line number was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   %1 overlong lines are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs from what the event recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this disk, in a folder never read as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this disk, too long to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on this disk, cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::SourceText</name>
    <message>
        <source> … (%1 more characters)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Stack</name>
    <message>
        <source>null (no frame was sent here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;unknown&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 library frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frames not shown, see Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null (no exception was sent here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exceptions not shown, see Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caused by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This exception came without a stack trace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null (no thread was sent here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (crashed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (current)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::StackDock</name>
    <message>
        <source>Stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stack frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next In-App Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous In-App Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest Frame First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see its stack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event could not be read; Raw shows its bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no stack trace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::StackModel</name>
    <message>
        <source>%1 in %2, in-app frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2, library frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exception or thread: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TagModel</name>
    <message>
        <source>Tag %1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TagShareModel</name>
    <message>
        <source>without this tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rarer values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (this event)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of the events, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TagsDock</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values in the issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Key and Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Text</name>
    <message>
        <source>%1 µs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 month ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fatal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>muted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TimeMarks</name>
    <message>
        <source>run started %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TimelineBar</name>
    <message>
        <source>Time Strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time Strip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TimelineStrip</name>
    <message>
        <source>1 event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 new issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first event of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cursor: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all times again instead of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all times again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events in this time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::TreeView</name>
    <message>
        <source>Columns of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::Value</name>
    <message>
        <source>
… %1 more: Copy Value gives all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truth value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::ValueTreeModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deeper levels: see Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, group, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::ValueTreeView</name>
    <message>
        <source>Search %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::VariablesDock</name>
    <message>
        <source>Variables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an issue to see the variables of its frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The SDK sent null for this frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frame has no variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This frame came without variables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python records them unless sentry_sdk.init() is told include_local_variables=False.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node records them for in-app frames with includeLocalVariables: true in Sentry.init(). Browsers cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruby records them with config.include_local_variables = true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PHP records the arguments of calls with zend.exception_ignore_args = Off in php.ini.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::WholeValue</name>
    <message>
        <source>The whole value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::WireLogDock</name>
    <message>
        <source>Wire log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a request to see what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>picket::ui::WireLogModel</name>
    <message>
        <source>untyped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on the wire, %2 decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2, %3, status %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
