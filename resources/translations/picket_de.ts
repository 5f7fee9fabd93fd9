<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>DiscardReason</name>
    <message>
        <source>the SDK&apos;s queue was full</source>
        <translation>die Warteschlange des SDKs war voll</translation>
    </message>
    <message>
        <source>the SDK&apos;s cache on disk was full</source>
        <translation>der Zwischenspeicher des SDKs auf der Platte war voll</translation>
    </message>
    <message>
        <source>the SDK&apos;s buffer was full</source>
        <translation>der Puffer des SDKs war voll</translation>
    </message>
    <message>
        <source>the SDK had been told to wait</source>
        <translation>das SDK sollte warten</translation>
    </message>
    <message>
        <source>the network failed</source>
        <translation>das Netz versagte</translation>
    </message>
    <message>
        <source>not chosen by the sample rate</source>
        <translation>von der Stichprobe nicht ausgewählt</translation>
    </message>
    <message>
        <source>dropped by a before_send function</source>
        <translation>von einer before_send-Funktion verworfen</translation>
    </message>
    <message>
        <source>dropped by an event processor</source>
        <translation>von einem Event-Prozessor verworfen</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>vom Server abgelehnt</translation>
    </message>
    <message>
        <source>a fault in the SDK</source>
        <translation>ein Fehler im SDK</translation>
    </message>
    <message>
        <source>too little data for a profile</source>
        <translation>zu wenig Daten für ein Profil</translation>
    </message>
    <message>
        <source>the SDK was overloaded</source>
        <translation>das SDK war überlastet</translation>
    </message>
    <message>
        <source>ignored as the SDK&apos;s options say</source>
        <translation>nach den Einstellungen des SDKs übergangen</translation>
    </message>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <source>it had no parent span</source>
        <translation>es hatte keinen übergeordneten Span</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>the compressed body is broken</source>
        <translation>der komprimierte Inhalt ist beschädigt</translation>
    </message>
    <message>
        <source>the body is compressed in a way that is not supported</source>
        <translation>der Inhalt ist auf eine Weise komprimiert, die nicht unterstützt wird</translation>
    </message>
    <message>
        <source>larger than Picket accepts</source>
        <translation>größer, als Picket annimmt</translation>
    </message>
    <message>
        <source>the body is empty</source>
        <translation>der Inhalt ist leer</translation>
    </message>
    <message>
        <source>no JSON, not even after repair</source>
        <translation>kein JSON, auch nicht nach Reparatur</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>no envelope</source>
        <translation>kein Envelope</translation>
    </message>
    <message>
        <source>something in it is not understood</source>
        <translation>etwas darin ist nicht verständlich</translation>
    </message>
    <message>
        <source>sent to a host name that is not this machine&apos;s</source>
        <translation>an einen Hostnamen gesendet, der nicht dieser Rechner ist</translation>
    </message>
    <message>
        <source>sent by a page of another origin</source>
        <translation>von einer Seite anderen Ursprungs gesendet</translation>
    </message>
    <message>
        <source>sent by a page of another site</source>
        <translation>von einer Seite einer anderen Website gesendet</translation>
    </message>
    <message>
        <source>there is nothing at this path</source>
        <translation>unter diesem Pfad gibt es nichts</translation>
    </message>
    <message>
        <source>this path is not used with that method</source>
        <translation>dieser Pfad wird nicht mit dieser Methode benutzt</translation>
    </message>
    <message>
        <source>the project in the path is no positive number</source>
        <translation>das Projekt im Pfad ist keine positive Zahl</translation>
    </message>
    <message>
        <source>the address is too long</source>
        <translation>die Adresse ist zu lang</translation>
    </message>
    <message>
        <source>a header field is too long</source>
        <translation>ein Kopffeld ist zu lang</translation>
    </message>
    <message>
        <source>the header is too large</source>
        <translation>der Kopf ist zu groß</translation>
    </message>
    <message>
        <source>too many header fields</source>
        <translation>zu viele Kopffelder</translation>
    </message>
    <message>
        <source>a line of the header is malformed</source>
        <translation>eine Zeile des Kopfes ist fehlerhaft</translation>
    </message>
    <message>
        <source>a header field has a blank before its colon</source>
        <translation>ein Kopffeld hat ein Leerzeichen vor dem Doppelpunkt</translation>
    </message>
    <message>
        <source>the header took too long</source>
        <translation>der Kopf brauchte zu lange</translation>
    </message>
    <message>
        <source>the body took too long</source>
        <translation>der Inhalt brauchte zu lange</translation>
    </message>
    <message>
        <source>closed to make room for others; of all connections it had brought least</source>
        <translation>geschlossen, um anderen Platz zu machen; von allen Verbindungen hatte sie am wenigsten gebracht</translation>
    </message>
    <message>
        <source>the sender went away before it was done</source>
        <translation>der Absender ging, bevor er fertig war</translation>
    </message>
    <message>
        <source>Picket stopped before the request&apos;s turn came</source>
        <translation>Picket endete, bevor die Anfrage an der Reihe war</translation>
    </message>
    <message>
        <source>Picket stopped before the request was complete</source>
        <translation>Picket endete, bevor die Anfrage vollständig war</translation>
    </message>
    <message>
        <source>the body found no place on the disk</source>
        <translation>der Inhalt fand keinen Platz auf der Platte</translation>
    </message>
    <message>
        <source>too little room on the disk</source>
        <translation>zu wenig Platz auf der Platte</translation>
    </message>
    <message>
        <source>the database cannot be written</source>
        <translation>die Datenbank ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>the database cannot be opened</source>
        <translation>die Datenbank lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the database is damaged</source>
        <translation>die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>the disk could not be written</source>
        <translation>die Platte war nicht beschreibbar</translation>
    </message>
    <message>
        <source>the database was in use</source>
        <translation>die Datenbank war in Gebrauch</translation>
    </message>
    <message>
        <source>a fault in Picket, please report it</source>
        <translation>ein Fehler in Picket, bitte melden</translation>
    </message>
    <message>
        <source>its length was wrong, its end was found without it</source>
        <translation>die Länge war falsch, das Ende fand sich auch so</translation>
    </message>
    <message>
        <source>it names no type</source>
        <translation>es nennt keinen Typ</translation>
    </message>
    <message>
        <source>a byte order mark stood before it</source>
        <translation>eine Bytereihenfolge-Marke stand davor</translation>
    </message>
    <message>
        <source>more items than Picket reads from one envelope</source>
        <translation>mehr Teile, als Picket aus einem Envelope liest</translation>
    </message>
    <message>
        <source>what followed was no item</source>
        <translation>was folgte, war kein Teil</translation>
    </message>
    <message>
        <source>its header is no JSON</source>
        <translation>sein Kopf ist kein JSON</translation>
    </message>
    <message>
        <source>it ended early</source>
        <translation>es endete vorzeitig</translation>
    </message>
    <message>
        <source>no line break behind it</source>
        <translation>kein Zeilenumbruch dahinter</translation>
    </message>
    <message>
        <source>lines were missing their breaks</source>
        <translation>Zeilen fehlte der Umbruch</translation>
    </message>
    <message>
        <source>larger than Picket keeps</source>
        <translation>größer, als Picket aufhebt</translation>
    </message>
    <message>
        <source>more attachments than Picket keeps of one envelope</source>
        <translation>mehr Anhänge, als Picket von einem Envelope aufhebt</translation>
    </message>
    <message>
        <source>more parts than Picket reads from one form</source>
        <translation>mehr Teile, als Picket aus einem Formular liest</translation>
    </message>
    <message>
        <source>more reports than Picket reads from one request</source>
        <translation>mehr Berichte, als Picket aus einer Anfrage liest</translation>
    </message>
    <message>
        <source>the path names no event</source>
        <translation>der Pfad nennt kein Event</translation>
    </message>
    <message>
        <source>the body is no form</source>
        <translation>der Inhalt ist kein Formular</translation>
    </message>
    <message>
        <source>it says nothing about an event</source>
        <translation>es sagt nichts über ein Event</translation>
    </message>
    <message>
        <source>no MessagePack</source>
        <translation>kein MessagePack</translation>
    </message>
    <message>
        <source>no minidump</source>
        <translation>kein Minidump</translation>
    </message>
    <message>
        <source>its breadcrumbs ended in the middle of one</source>
        <translation>seine Breadcrumbs endeten mitten in einem</translation>
    </message>
    <message>
        <source>joined with what the minidump tells</source>
        <translation>verbunden mit dem, was der Minidump sagt</translation>
    </message>
    <message>
        <source>what it names was not uploaded, or is gone</source>
        <translation>was er nennt, wurde nicht hochgeladen oder ist nicht mehr da</translation>
    </message>
    <message>
        <source>what it names was not uploaded to its end</source>
        <translation>was er nennt, wurde nicht bis zum Ende hochgeladen</translation>
    </message>
    <message>
        <source>what it names could not be read from the disk</source>
        <translation>was er nennt, ließ sich nicht vom Datenträger lesen</translation>
    </message>
    <message>
        <source>uploads are taken in version 1.0.0 of their protocol only</source>
        <translation>Hochgeladenes wird nur in Version 1.0.0 des Protokolls angenommen</translation>
    </message>
    <message>
        <source>it does not say how long the upload will be</source>
        <translation>sie sagt nicht, wie lang das Hochgeladene wird</translation>
    </message>
    <message>
        <source>it does not say where this part begins</source>
        <translation>sie sagt nicht, wo dieser Teil beginnt</translation>
    </message>
    <message>
        <source>its content type is not that of an upload&apos;s part</source>
        <translation>ihr Inhaltstyp ist nicht der eines hochgeladenen Teils</translation>
    </message>
    <message>
        <source>the part does not begin where the last one ended</source>
        <translation>der Teil beginnt nicht, wo der letzte endete</translation>
    </message>
    <message>
        <source>an upload that no envelope has named; what came is kept</source>
        <translation>ein Upload, den kein Envelope genannt hat; was ankam, ist aufbewahrt</translation>
    </message>
    <message>
        <source>beyond what Picket keeps of one envelope</source>
        <translation>mehr, als Picket von einem Envelope aufhebt</translation>
    </message>
    <message>
        <source>the header names another encoding than the body has</source>
        <translation>der Kopf nennt eine andere Kodierung, als der Inhalt hat</translation>
    </message>
    <message>
        <source>an event without an envelope around it</source>
        <translation>ein Event ohne Envelope</translation>
    </message>
    <message>
        <source>the dump ends before its table of contents</source>
        <translation>der Minidump endet vor seinem Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>a part of the dump lies behind its end</source>
        <translation>ein Teil des Minidumps liegt hinter seinem Ende</translation>
    </message>
    <message>
        <source>a part of the dump is in it twice</source>
        <translation>ein Teil des Minidumps ist doppelt darin</translation>
    </message>
    <message>
        <source>the dump&apos;s exception is cut short</source>
        <translation>die Exception im Minidump ist abgeschnitten</translation>
    </message>
    <message>
        <source>the dump has more parts than Picket reads</source>
        <translation>der Minidump hat mehr Teile, als Picket liest</translation>
    </message>
    <message>
        <source>the dump has more threads than Picket reads</source>
        <translation>der Minidump hat mehr Threads, als Picket liest</translation>
    </message>
    <message>
        <source>the dump has more modules than Picket reads</source>
        <translation>der Minidump hat mehr Module, als Picket liest</translation>
    </message>
    <message>
        <source>the dump has more annotations than Picket reads</source>
        <translation>der Minidump hat mehr Anmerkungen, als Picket liest</translation>
    </message>
    <message>
        <source>the dump has longer names than Picket reads</source>
        <translation>der Minidump hat längere Namen, als Picket liest</translation>
    </message>
    <message>
        <source>an upload that gave its place to others; what came is kept</source>
        <translation>ein Upload, der anderen seinen Platz ließ; was ankam, ist aufbewahrt</translation>
    </message>
    <message>
        <source>OpenTelemetry data is kept as sent, Picket does not read it yet</source>
        <translation>OpenTelemetry-Daten werden aufbewahrt, wie sie kamen; Picket liest sie noch nicht</translation>
    </message>
    <message>
        <source>a log drain&apos;s data is kept as sent, Picket does not read it yet</source>
        <translation>die Daten eines Log-Drains werden aufbewahrt, wie sie kamen; Picket liest sie noch nicht</translation>
    </message>
    <message>
        <source>logs without a message</source>
        <translation>Logs ohne Meldung</translation>
    </message>
    <message>
        <source>spans without a trace</source>
        <translation>Spans ohne Trace</translation>
    </message>
    <message>
        <source>the header announces another number of rows</source>
        <translation>der Kopf kündigt eine andere Zahl von Zeilen an</translation>
    </message>
</context>
<context>
    <name>picket::ui::Attachment</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>minidump</source>
        <translation>Minidump</translation>
    </message>
    <message>
        <source>view hierarchy</source>
        <translation>Ansichtshierarchie</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
</context>
<context>
    <name>picket::ui::AttachmentModel</name>
    <message>
        <source>&lt;no name&gt;</source>
        <translation>&lt;ohne Namen&gt;</translation>
    </message>
    <message>
        <source>Attachment %1, %2</source>
        <translation>Anhang %1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>picket::ui::AttachmentsDock</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Attachment as text</source>
        <translation>Anhang als Text</translation>
    </message>
    <message>
        <source>&amp;Save Attachment …</source>
        <translation>Anhang &amp;speichern …</translation>
    </message>
    <message>
        <source>This event came without attachments.</source>
        <translation>Dieses Event kam ohne Anhänge.</translation>
    </message>
    <message>
        <source>Select an issue to see its attachments.</source>
        <translation>Wählen Sie ein Issue, um seine Anhänge zu sehen.</translation>
    </message>
    <message>
        <source>The attachment</source>
        <translation>Der Anhang</translation>
    </message>
    <message>
        <source>Save Attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::BlockedOrigins</name>
    <message numerus="yes">
        <source>Blocked %n request(s) from %1</source>
        <translation>
            <numerusform>%n Anfrage von %1 abgewiesen</numerusform>
            <numerusform>%n Anfragen von %1 abgewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allow requests from %1</source>
        <translation>Anfragen von %1 erlauben</translation>
    </message>
</context>
<context>
    <name>picket::ui::Breadcrumb</name>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>user interface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>%1%2 ms</source>
        <translation>%1%2 ms</translation>
    </message>
    <message>
        <source>%1%2 s</source>
        <translation>%1%2 s</translation>
    </message>
    <message>
        <source>%1%2 min %3 s</source>
        <translation>%1%2 min %3 s</translation>
    </message>
    <message>
        <source>%1%2 h %3 min</source>
        <translation>%1%2 h %3 min</translation>
    </message>
    <message>
        <source>%1%2 d</source>
        <translation>%1%2 T</translation>
    </message>
</context>
<context>
    <name>picket::ui::BreadcrumbModel</name>
    <message>
        <source>no time</source>
        <translation>ohne Zeit</translation>
    </message>
    <message>
        <source>null (no breadcrumb was sent here)</source>
        <translation>null (hier wurde kein Breadcrumb gesendet)</translation>
    </message>
    <message>
        <source>%1 older ones are not shown: see Raw</source>
        <translation>%1 ältere werden nicht gezeigt: siehe Rohdaten</translation>
    </message>
    <message>
        <source>this event</source>
        <translation>dieses Event</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1, type %2</source>
        <translation>%1, Typ %2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>picket::ui::BreadcrumbsDock</name>
    <message>
        <source>Breadcrumbs</source>
        <translation>Breadcrumbs</translation>
    </message>
    <message>
        <source>Least level of breadcrumbs</source>
        <translation>Mindeststufe der Breadcrumbs</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>Type of breadcrumbs</source>
        <translation>Typ der Breadcrumbs</translation>
    </message>
    <message>
        <source>Breadcrumbs with Time of Day</source>
        <translation>Breadcrumbs mit Uhrzeit</translation>
    </message>
    <message>
        <source>Select an issue to see what led to it.</source>
        <translation>Wählen Sie ein Issue, um zu sehen, was dazu führte.</translation>
    </message>
    <message>
        <source>This event came without breadcrumbs.</source>
        <translation>Dieses Event kam ohne Breadcrumbs.</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alle Typen</translation>
    </message>
</context>
<context>
    <name>picket::ui::CodeSearch</name>
    <message>
        <source>Previous Match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next Match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>picket::ui::Context</name>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Client’s operating system</source>
        <translation>Betriebssystem des Clients</translation>
    </message>
    <message>
        <source>Cloud resource</source>
        <translation>Cloud-Ressource</translation>
    </message>
    <message>
        <source>Culture</source>
        <translation>Kultur</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Feature flags</source>
        <translation>Feature-Flags</translation>
    </message>
    <message>
        <source>Graphics</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>OpenTelemetry</source>
        <translation>OpenTelemetry</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeitumgebung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>event id</source>
        <translation>Event-Id</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>time as sent</source>
        <translation>Zeit wie gesendet</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>received again</source>
        <translation>erneut empfangen</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>dist</source>
        <translation>Dist</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>culprit</source>
        <translation>Verursacher</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>message template</source>
        <translation>Nachrichtenvorlage</translation>
    </message>
    <message>
        <source>message parameters</source>
        <translation>Nachrichtenparameter</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>%1, further ones are left out</source>
        <translation>%1, weitere sind weggelassen</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Extra</translation>
    </message>
    <message>
        <source>Security report</source>
        <translation>Sicherheitsbericht</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Debug images</source>
        <translation>Debug-Images</translation>
    </message>
    <message>
        <source>Redacted or cut by the SDK</source>
        <translation>Vom SDK geschwärzt oder gekürzt</translation>
    </message>
    <message>
        <source>Other attributes</source>
        <translation>Weitere Attribute</translation>
    </message>
</context>
<context>
    <name>picket::ui::ContextDock</name>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Select an issue to see the context of its events.</source>
        <translation>Wählen Sie ein Issue, um den Kontext seiner Events zu sehen.</translation>
    </message>
</context>
<context>
    <name>picket::ui::Delivery</name>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>origin</source>
        <translation>Ursprung</translation>
    </message>
    <message>
        <source>on the wire</source>
        <translation>übertragen</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>entpackt</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>issue %1</source>
        <translation>Issue %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Event %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>untyped</source>
        <translation>ohne Typ</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
</context>
<context>
    <name>picket::ui::DeliveryCount</name>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>alle übrigen</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>untyped</source>
        <translation>ohne Typ</translation>
    </message>
</context>
<context>
    <name>picket::ui::DeliveryCountModel</name>
    <message>
        <source>%1: %2, %3, %4</source>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>picket::ui::DiscardedModel</name>
    <message>
        <source>%1 × %2, %3: %4, last reported %5</source>
        <translation>%1 × %2, %3: %4, zuletzt gemeldet %5</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>picket::ui::ErrorText</name>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>%1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Picket. Nothing was changed; please use that version.</source>
        <translation>%1 wurde von einer neueren Version von Picket geschrieben. Nichts wurde geändert; bitte benutzen Sie jene Version.</translation>
    </message>
    <message>
        <source>%1 is damaged or no Picket database. Nothing was changed.</source>
        <translation>%1 ist beschädigt oder keine Datenbank von Picket. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 is in use.</source>
        <translation>%1 ist in Gebrauch.</translation>
    </message>
    <message>
        <source>There is too little room on the disk of %1.</source>
        <translation>Auf der Platte von %1 ist zu wenig Platz.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 has other things in it and is no workspace. Please name a new or an empty folder.</source>
        <translation>%1 enthält anderes und ist kein Arbeitsbereich. Bitte nennen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>There is not enough memory for %1.</source>
        <translation>Für %1 reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written.</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 is not understood.</source>
        <translation>%1 ist nicht verständlich.</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>%1 ist von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>%1 cannot be listened on.</source>
        <translation>Auf %1 kann nicht gelauscht werden.</translation>
    </message>
    <message>
        <source>%1: something went wrong.</source>
        <translation>%1: Etwas ging schief.</translation>
    </message>
    <message>
        <source>process %1</source>
        <translation>Prozess %1</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>Another program reads the database without an end. The log beside it has grown to %1.</source>
        <translation>Ein anderes Programm liest die Datenbank ohne Ende. Das Protokoll daneben ist auf %1 angewachsen.</translation>
    </message>
    <message>
        <source>The database is read without an end by %1. The log beside it has grown to %2.</source>
        <translation>Die Datenbank wird ohne Ende gelesen, von: %1. Das Protokoll daneben ist auf %2 angewachsen.</translation>
    </message>
    <message numerus="yes">
        <source>The state of %n issue(s) was not changed: %1</source>
        <translation>
            <numerusform>Der Zustand von %n Issue wurde nicht geändert: %1</numerusform>
            <numerusform>Der Zustand von %n Issues wurde nicht geändert: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) were not deleted: %1</source>
        <translation>
            <numerusform>%n Issue wurde nicht gelöscht: %1</numerusform>
            <numerusform>%n Issues wurden nicht gelöscht: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) were not brought back: %1</source>
        <translation>
            <numerusform>%n Issue wurde nicht zurückgeholt: %1</numerusform>
            <numerusform>%n Issues wurden nicht zurückgeholt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The mark was not set: %1</source>
        <translation>Die Marke wurde nicht gesetzt: %1</translation>
    </message>
    <message>
        <source>The origin was not allowed: %1</source>
        <translation>Der Ursprung wurde nicht zugelassen: %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::EventDock</name>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>This event cannot be shown</source>
        <translation>Dieses Event kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>No issue selected</source>
        <translation>Kein Issue gewählt</translation>
    </message>
    <message>
        <source>Select one in the list, or press J.</source>
        <translation>Wählen Sie eines in der Liste, oder drücken Sie J.</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>unhandled</source>
        <translation>unbehandelt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>handled</source>
        <translation>behandelt</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Name and Value</source>
        <translation>&amp;Name und Wert kopieren</translation>
    </message>
    <message>
        <source>&amp;Filter by This Text</source>
        <translation>Nach diesem Text &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Unpin</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>first seen %1, last %2</source>
        <translation>zuerst %1, zuletzt %2</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>2 min ago in shop@1.4.2</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Feedback About the Event</source>
        <translation>Rückmeldungen zum Event</translation>
    </message>
    <message numerus="yes">
        <source>%n feedback</source>
        <translation>
            <numerusform>%n Rückmeldung</numerusform>
            <numerusform>%n Rückmeldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>delivered with problems</source>
        <translation>mit Mängeln zugestellt</translation>
    </message>
</context>
<context>
    <name>picket::ui::EventListModel</name>
    <message>
        <source>&lt;no title&gt;</source>
        <translation>&lt;ohne Titel&gt;</translation>
    </message>
    <message>
        <source>Event %1, %2, %3, at %4</source>
        <translation>Event %1, %2, %3, um %4</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>picket::ui::EventsDock</name>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Events of All Issues</source>
        <translation>Events aller Issues</translation>
    </message>
    <message>
        <source>Follow New Events</source>
        <translation>Neuen Events folgen</translation>
    </message>
    <message>
        <source>All issues</source>
        <translation>Alle Issues</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>No event has come yet.</source>
        <translation>Noch kam kein Event.</translation>
    </message>
    <message>
        <source>This issue has no events.</source>
        <translation>Dieses Issue hat keine Events.</translation>
    </message>
    <message>
        <source>Select an issue to see its events.</source>
        <translation>Wählen Sie ein Issue, um seine Events zu sehen.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>1 event of all issues</source>
        <translation>1 Event aller Issues</translation>
    </message>
    <message>
        <source>%1 events of all issues</source>
        <translation>%1 Events aller Issues</translation>
    </message>
    <message>
        <source>1 event of this issue</source>
        <translation>1 Event dieses Issues</translation>
    </message>
    <message>
        <source>%1 events of this issue</source>
        <translation>%1 Events dieses Issues</translation>
    </message>
</context>
<context>
    <name>picket::ui::FactRow</name>
    <message>
        <source>Facts of the event</source>
        <translation>Fakten des Events</translation>
    </message>
    <message>
        <source>%1 more facts</source>
        <translation>%1 weitere Fakten</translation>
    </message>
</context>
<context>
    <name>picket::ui::FeedbackDock</name>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldungen</translation>
    </message>
    <message>
        <source>&amp;Go to the Feedback&apos;s Event</source>
        <translation>&amp;Zum Event der Rückmeldung</translation>
    </message>
    <message>
        <source>&amp;Show the Feedback&apos;s Attachments</source>
        <translation>&amp;Anhänge der Rückmeldung zeigen</translation>
    </message>
    <message>
        <source>1 attachment</source>
        <translation>1 Anhang</translation>
    </message>
    <message>
        <source>%1 attachments</source>
        <translation>%1 Anhänge</translation>
    </message>
    <message>
        <source>Go to event</source>
        <translation>Zum Event</translation>
    </message>
    <message>
        <source>&amp;Copy Message</source>
        <translation>Nachricht &amp;kopieren</translation>
    </message>
    <message>
        <source>Nobody has written yet. Feedback comes from an SDK&apos;s feedback form, from Sentry.captureFeedback(), and from the dialogs that programs show after a crash.</source>
        <translation>Noch hat niemand geschrieben. Rückmeldungen kommen aus dem Formular eines SDKs, von Sentry.captureFeedback() und aus den Dialogen, die Programme nach einem Absturz zeigen.</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Die ganze Nachricht</translation>
    </message>
    <message>
        <source>The feedback</source>
        <translation>Die Liste der Rückmeldungen</translation>
    </message>
    <message>
        <source>about event %1, which is not here</source>
        <translation>zu Event %1, das nicht hier ist</translation>
    </message>
    <message>
        <source>about no event</source>
        <translation>zu keinem Event</translation>
    </message>
</context>
<context>
    <name>picket::ui::FeedbackModel</name>
    <message>
        <source>&lt;no message&gt;</source>
        <translation>&lt;keine Nachricht&gt;</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>Feedback of %1, %2: %3</source>
        <translation>Rückmeldung von %1, %2: %3</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
</context>
<context>
    <name>picket::ui::FirstRunPage</name>
    <message>
        <source>Send test event</source>
        <translation>Test-Event senden</translation>
    </message>
    <message>
        <source>Back to issues</source>
        <translation>Zurück zu den Issues</translation>
    </message>
    <message>
        <source>Set-up code</source>
        <translation>Code zum Einrichten</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>Warten auf das erste Event</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Events</translation>
    </message>
    <message>
        <source>Give this DSN to the SDK of your program. Any key and any project number will do; a project appears with its first event.</source>
        <translation>Geben Sie dem SDK Ihres Programms diese DSN. Jeder Schlüssel und jede Projektnummer ist recht; ein Projekt erscheint mit seinem ersten Event.</translation>
    </message>
    <message>
        <source>A real request to this listener, as an SDK would send it.</source>
        <translation>Eine echte Anfrage an diesen Empfänger, wie ein SDK sie schicken würde.</translation>
    </message>
    <message>
        <source>DSN</source>
        <translation>DSN</translation>
    </message>
    <message>
        <source>nobody listens</source>
        <translation>niemand lauscht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy DSN</source>
        <translation>DSN kopieren</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>The DSN is in the clipboard.</source>
        <translation>Die DSN ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Sending …</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Answered 200: the event is stored.</source>
        <translation>Antwort 200: Das Event ist gespeichert.</translation>
    </message>
    <message>
        <source>Answered %1: the wire log says why.</source>
        <translation>Antwort %1: Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>No answer: %1</source>
        <translation>Keine Antwort: %1</translation>
    </message>
    <message>
        <source>Copy Code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>The code is in the clipboard.</source>
        <translation>Der Code ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>picket::ui::FolderQuestion</name>
    <message>
        <source>Show Files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <source>Not Now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Never for This Folder</source>
        <translation>Nie für diesen Ordner</translation>
    </message>
    <message>
        <source>Show %1 and other files below %2 from this disk?</source>
        <translation>%1 und andere Dateien unter %2 von dieser Platte zeigen?</translation>
    </message>
</context>
<context>
    <name>picket::ui::Grouping</name>
    <message>
        <source>the same as for the application’s own code alone</source>
        <translation>dasselbe wie für den eigenen Code der Anwendung allein</translation>
    </message>
    <message>
        <source>the stack decides, and only the other variant has one</source>
        <translation>der Stack entscheidet, und nur die andere Variante hat einen</translation>
    </message>
    <message>
        <source>nothing in the event identifies it: all such events share one issue</source>
        <translation>nichts im Event kennzeichnet es: alle solchen Events teilen ein Issue</translation>
    </message>
    <message>
        <source>the custom fingerprint decides</source>
        <translation>der eigene Fingerprint entscheidet</translation>
    </message>
    <message>
        <source>the checksum that the SDK sent decides</source>
        <translation>die Prüfsumme des SDKs entscheidet</translation>
    </message>
    <message>
        <source>by a rule of Picket’s own</source>
        <translation>durch eine Regel von Picket</translation>
    </message>
    <message>
        <source>the usual key together with the fingerprint’s entries</source>
        <translation>der übliche Schlüssel zusammen mit den Einträgen des Fingerprints</translation>
    </message>
    <message>
        <source>stands for its value in this event</source>
        <translation>steht für seinen Wert in diesem Event</translation>
    </message>
    <message>
        <source>numbers, ids, dates and the like are replaced by names</source>
        <translation>Zahlen, Ids, Daten und Ähnliches sind durch Namen ersetzt</translation>
    </message>
    <message>
        <source>the exception decides</source>
        <translation>die Exception entscheidet</translation>
    </message>
    <message>
        <source>the thread decides</source>
        <translation>der Thread entscheidet</translation>
    </message>
    <message>
        <source>the stack trace decides</source>
        <translation>der Stacktrace entscheidet</translation>
    </message>
    <message>
        <source>the template decides</source>
        <translation>die Vorlage entscheidet</translation>
    </message>
    <message>
        <source>the security report decides</source>
        <translation>der Sicherheitsbericht entscheidet</translation>
    </message>
    <message>
        <source>the type is the SDK’s invention</source>
        <translation>der Typ ist vom SDK erfunden</translation>
    </message>
    <message>
        <source>the stack decides</source>
        <translation>der Stack entscheidet</translation>
    </message>
    <message>
        <source>domain and code decide</source>
        <translation>Domain und Code entscheiden</translation>
    </message>
    <message>
        <source>equals another exception of its group</source>
        <translation>gleicht einer anderen Exception ihrer Gruppe</translation>
    </message>
    <message>
        <source>a group of equal exceptions counts as one of them</source>
        <translation>eine Gruppe gleicher Exceptions zählt als eine davon</translation>
    </message>
    <message>
        <source>not among the causes of the main exception</source>
        <translation>nicht unter den Ursachen der Haupt-Exception</translation>
    </message>
    <message>
        <source>no single thread has crashed or is the current one</source>
        <translation>kein einzelner Thread ist abgestürzt oder der aktuelle</translation>
    </message>
    <message>
        <source>has no frames</source>
        <translation>hat keine Frames</translation>
    </message>
    <message>
        <source>none of its frames counts</source>
        <translation>keiner seiner Frames zählt</translation>
    </message>
    <message>
        <source>has no frames of the application’s own code</source>
        <translation>hat keine Frames aus eigenem Code der Anwendung</translation>
    </message>
    <message>
        <source>has nothing but asynchronous gaps</source>
        <translation>hat nichts als asynchrone Übergänge</translation>
    </message>
    <message>
        <source>has nothing but the logging library, from which all logs come</source>
        <translation>hat nichts als die Logging-Bibliothek, aus der alle Logs kommen</translation>
    </message>
    <message>
        <source>knows files but no function, so that the text counts as well</source>
        <translation>kennt Dateien, aber keine Funktion, daher zählt auch der Text</translation>
    </message>
    <message>
        <source>a message without a frame of the application: its text decides</source>
        <translation>eine Meldung ohne Frame der Anwendung: ihr Text entscheidet</translation>
    </message>
    <message>
        <source>came beside the error and is not a cause of it</source>
        <translation>kam neben dem Fehler und ist keine Ursache davon</translation>
    </message>
    <message>
        <source>a separator between two parts of an asynchronous call</source>
        <translation>eine Trennlinie zwischen zwei Teilen eines asynchronen Aufrufs</translation>
    </message>
    <message>
        <source>a lone frame without a function tells too little</source>
        <translation>ein einzelner Frame ohne Funktion sagt zu wenig</translation>
    </message>
    <message>
        <source>so many frames that the oldest do not count</source>
        <translation>so viele Frames, dass die ältesten nicht zählen</translation>
    </message>
    <message>
        <source>the SDK sent null in this position</source>
        <translation>das SDK sandte an dieser Stelle null</translation>
    </message>
    <message>
        <source>not the application’s own code</source>
        <translation>nicht eigener Code der Anwendung</translation>
    </message>
    <message>
        <source>not the application’s own code, by a rule</source>
        <translation>nicht eigener Code der Anwendung, durch eine Regel</translation>
    </message>
    <message>
        <source>left out by a rule</source>
        <translation>durch eine Regel weggelassen</translation>
    </message>
    <message>
        <source>equals the frame before it</source>
        <translation>gleicht dem Frame davor</translation>
    </message>
    <message>
        <source>code of the engine, in which browsers differ</source>
        <translation>Code der Engine, in dem Browser sich unterscheiden</translation>
    </message>
    <message>
        <source>nothing in the frame identifies it</source>
        <translation>nichts im Frame kennzeichnet ihn</translation>
    </message>
    <message>
        <source>the module decides</source>
        <translation>das Modul entscheidet</translation>
    </message>
    <message>
        <source>the file is the path of a page</source>
        <translation>die Datei ist der Pfad einer Seite</translation>
    </message>
    <message>
        <source>an anonymous function</source>
        <translation>eine anonyme Funktion</translation>
    </message>
    <message>
        <source>no function is known</source>
        <translation>keine Funktion ist bekannt</translation>
    </message>
    <message>
        <source>a name that the compiler numbers anew in each build</source>
        <translation>ein Name, den der Compiler bei jedem Bau neu nummeriert</translation>
    </message>
    <message>
        <source>without its generated part</source>
        <translation>ohne den erzeugten Teil</translation>
    </message>
    <message>
        <source>without arguments, return type and the like</source>
        <translation>ohne Argumente, Rückgabetyp und Ähnliches</translation>
    </message>
    <message>
        <source>names of mapped code are unreliable</source>
        <translation>Namen zugeordneten Codes sind unzuverlässig</translation>
    </message>
    <message>
        <source>a line so long that it is minified code</source>
        <translation>eine so lange Zeile, dass es minifizierter Code ist</translation>
    </message>
    <message>
        <source>top-level code of a page</source>
        <translation>Code auf oberster Ebene einer Seite</translation>
    </message>
    <message>
        <source>in-app code</source>
        <translation>eigener Code</translation>
    </message>
    <message>
        <source>all code</source>
        <translation>gesamter Code</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>custom fingerprint</source>
        <translation>eigener Fingerprint</translation>
    </message>
    <message>
        <source>checksum</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>Rückfall</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>Exception</translation>
    </message>
    <message>
        <source>exceptions</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>stack trace</source>
        <translation>Stacktrace</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>module</source>
        <translation>Modul</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>place in the image</source>
        <translation>Ort im Abbild</translation>
    </message>
    <message>
        <source>line of source</source>
        <translation>Quellzeile</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>NSError</source>
        <translation>NSError</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>CSP report</source>
        <translation>CSP-Bericht</translation>
    </message>
    <message>
        <source>HPKP report</source>
        <translation>HPKP-Bericht</translation>
    </message>
    <message>
        <source>Expect-CT report</source>
        <translation>Expect-CT-Bericht</translation>
    </message>
    <message>
        <source>Expect-Staple report</source>
        <translation>Expect-Staple-Bericht</translation>
    </message>
</context>
<context>
    <name>picket::ui::GroupingDock</name>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Parts of the grouping</source>
        <translation>Teile der Gruppierung</translation>
    </message>
    <message>
        <source>Copy Grouping Hash</source>
        <translation>Gruppierungs-Hash kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Nothing was looked at in order to group this event.</source>
        <translation>Um dieses Event zu gruppieren, wurde nichts betrachtet.</translation>
    </message>
    <message>
        <source>Select an issue to see what its events have in common.</source>
        <translation>Wählen Sie ein Issue, um zu sehen, was seine Events gemeinsam haben.</translation>
    </message>
    <message>
        <source>Hash %1 · rules version %2</source>
        <translation>Hash %1 · Regeln Version %2</translation>
    </message>
    <message>
        <source> · stored under another hash than these rules give</source>
        <translation> · unter einem anderen Hash gespeichert, als diese Regeln ergeben</translation>
    </message>
</context>
<context>
    <name>picket::ui::GroupingModel</name>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>counts: %1</source>
        <translation>zählt: %1</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
</context>
<context>
    <name>picket::ui::HeaderStrip</name>
    <message>
        <source>Header</source>
        <translation>Kopfleiste</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Filter issues</source>
        <translation>Issues filtern</translation>
    </message>
    <message>
        <source>Filter by title or culprit</source>
        <translation>Nach Titel oder Verursacher filtern</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Since the mark</source>
        <translation>Seit der Marke</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Pause the display</source>
        <translation>Anzeige anhalten</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Alle Projekte</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message>
        <source>paused · %1 new</source>
        <translation>angehalten · %1 neu</translation>
    </message>
</context>
<context>
    <name>picket::ui::Health</name>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation>alle %1 Tage</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every %1 weeks</source>
        <translation>alle %1 Wochen</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every %1 months</source>
        <translation>alle %1 Monate</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>every %1 years</source>
        <translation>alle %1 Jahre</translation>
    </message>
    <message>
        <source>every %1 × %2</source>
        <translation>alle %1 × %2</translation>
    </message>
    <message>
        <source>crontab %1</source>
        <translation>crontab %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>ausgeblieben</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>discarded by the SDK</source>
        <translation>vom SDK verworfen</translation>
    </message>
    <message>
        <source>rate limited by a gateway</source>
        <translation>von einem Gateway begrenzt</translation>
    </message>
    <message>
        <source>filtered by a gateway</source>
        <translation>von einem Gateway gefiltert</translation>
    </message>
    <message>
        <source>sampled by a gateway</source>
        <translation>von einem Gateway ausgelassen</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>ohne Angabe eines Grundes</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>check-in</source>
        <translation>Check-in</translation>
    </message>
    <message>
        <source>log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>bytes of logs</source>
        <translation>Bytes von Logs</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>Feedback</translation>
    </message>
</context>
<context>
    <name>picket::ui::HealthDock</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Monitore</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Dropped by SDK</source>
        <translation>Vom SDK verworfen</translation>
    </message>
    <message>
        <source>Pages of Health</source>
        <translation>Seiten des Zustands</translation>
    </message>
    <message>
        <source>&amp;Copy Row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>The workspace</source>
        <translation>Der Arbeitsbereich</translation>
    </message>
    <message>
        <source>No check-in has come yet. A job sends them with its SDK&apos;s monitor (in Python sentry_sdk.monitor, in JavaScript Sentry.withMonitor), with sentry-cli monitors run, or by a request to /api/1/cron/&lt;monitor&gt;/.</source>
        <translation>Noch kam kein Check-in. Ein Job sendet sie mit dem Monitor seines SDKs (in Python sentry_sdk.monitor, in JavaScript Sentry.withMonitor), mit sentry-cli monitors run oder durch eine Anfrage an /api/1/cron/&lt;monitor&gt;/.</translation>
    </message>
    <message>
        <source>No session has come yet. SDKs send them by themselves when a release is set and session tracking is not turned off.</source>
        <translation>Noch kam keine Sitzung. SDKs senden sie von selbst, wenn ein Release gesetzt und das Verfolgen von Sitzungen nicht abgeschaltet ist.</translation>
    </message>
    <message>
        <source>No SDK has reported that it dropped anything. SDKs tell it from time to time, unless send_client_reports is turned off.</source>
        <translation>Kein SDK hat gemeldet, dass es etwas verworfen hat. SDKs sagen es von Zeit zu Zeit, wenn send_client_reports nicht abgeschaltet ist.</translation>
    </message>
</context>
<context>
    <name>picket::ui::IssueModel</name>
    <message>
        <source>project %1</source>
        <translation>Projekt %1</translation>
    </message>
    <message>
        <source>&lt;no title&gt;</source>
        <translation>&lt;ohne Titel&gt;</translation>
    </message>
    <message>
        <source>Events per hour of the last day</source>
        <translation>Events je Stunde des letzten Tages</translation>
    </message>
    <message>
        <source>%1 events in the last day</source>
        <translation>%1 Events am letzten Tag</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, last seen %4, %5</source>
        <translation>%1, %2, %3, zuletzt %4, %5</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>picket::ui::IssuePane</name>
    <message>
        <source>Issues</source>
        <translation>Issues</translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Unresolved</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>New since mark</source>
        <translation>Neu seit Marke</translation>
    </message>
    <message>
        <source>Regressed</source>
        <translation>Zurückgekehrt</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Quick filters</source>
        <translation>Schnellfilter</translation>
    </message>
    <message>
        <source>Show the waiting updates</source>
        <translation>Wartende Änderungen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n issue(s) deleted</source>
        <translation>
            <numerusform>%n Issue gelöscht</numerusform>
            <numerusform>%n Issues gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>Next Issue</source>
        <translation>Nächstes Issue</translation>
    </message>
    <message>
        <source>Previous Issue</source>
        <translation>Voriges Issue</translation>
    </message>
    <message>
        <source>Choose &amp;Columns …</source>
        <translation>&amp;Spalten wählen …</translation>
    </message>
    <message>
        <source>New since run</source>
        <translation>Neu seit Lauf</translation>
    </message>
</context>
<context>
    <name>picket::ui::Kept</name>
    <message>
        <source>1 older item was removed to make room</source>
        <translation>1 älteres Element wurde entfernt, um Platz zu schaffen</translation>
    </message>
    <message>
        <source>%1 older items were removed to make room</source>
        <translation>%1 ältere Elemente wurden entfernt, um Platz zu schaffen</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <comment>12 × profile, 340 kB</comment>
        <translation>%1 × %2, %3</translation>
    </message>
    <message>
        <source>%1 more types</source>
        <translation>%1 weitere Arten</translation>
    </message>
</context>
<context>
    <name>picket::ui::KeptDock</name>
    <message>
        <source>Kept items</source>
        <translation>Aufbewahrtes</translation>
    </message>
    <message>
        <source>Kept item as text</source>
        <translation>Aufbewahrtes Element als Text</translation>
    </message>
    <message>
        <source>&amp;Save Kept Item …</source>
        <translation>Aufbewahrtes Element &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Copy the Item&apos;s Header</source>
        <translation>Kopf des Elements &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Go to the Item&apos;s Event</source>
        <translation>&amp;Zum Event des Elements</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Nothing is kept. Profiles, replays, metrics and whatever else has no view of its own or cannot be read is listed here, as it came.</source>
        <translation>Nichts ist aufbewahrt. Profile, Replays, Metriken und was sonst keine eigene Ansicht hat oder nicht lesbar ist, steht hier, wie es kam.</translation>
    </message>
    <message>
        <source>The list of kept items</source>
        <translation>Die Liste der aufbewahrten Elemente</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The item</source>
        <translation>Das Element</translation>
    </message>
    <message>
        <source>Save Kept Item</source>
        <translation>Aufbewahrtes Element sichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gesichert als %1</translation>
    </message>
    <message>
        <source>The event that it belongs to is not here.</source>
        <translation>Das Event, zu dem es gehört, ist nicht hier.</translation>
    </message>
</context>
<context>
    <name>picket::ui::KeptModel</name>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>%1, %2, received at %3</source>
        <translation>%1, %2, empfangen um %3</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>picket::ui::LayoutManager</name>
    <message>
        <source>Next Pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Reset Layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Triage</source>
        <translation>&amp;Sichten</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>&amp;Untersuchen</translation>
    </message>
    <message>
        <source>&amp;Wire</source>
        <translation>&amp;Leitung</translation>
    </message>
    <message>
        <source>Move Pane to the Left</source>
        <translation>Bereich nach links</translation>
    </message>
    <message>
        <source>Move Pane to the Right</source>
        <translation>Bereich nach rechts</translation>
    </message>
    <message>
        <source>Move Pane to the Bottom</source>
        <translation>Bereich nach unten</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>picket::ui::Log</name>
    <message>
        <source>trace</source>
        <translation>trace</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The item with its attributes</source>
        <translation>Das Element mit seinen Attributen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
</context>
<context>
    <name>picket::ui::LogModel</name>
    <message>
        <source>&lt;no message&gt;</source>
        <translation>&lt;keine Nachricht&gt;</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>%1, %2, at %3</source>
        <translation>%1, %2, um %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>picket::ui::LogsDock</name>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Search logs</source>
        <translation>Logs durchsuchen</translation>
    </message>
    <message>
        <source>Log in detail</source>
        <translation>Log im Einzelnen</translation>
    </message>
    <message>
        <source>Logs of This Trace Only</source>
        <translation>Nur Logs dieses Traces</translation>
    </message>
    <message>
        <source>Follow New Logs</source>
        <translation>Neuen Logs folgen</translation>
    </message>
    <message>
        <source>Show the Log&apos;s &amp;Trace</source>
        <translation>&amp;Trace des Logs zeigen</translation>
    </message>
    <message>
        <source>&amp;Logs of the Log&apos;s Trace</source>
        <translation>&amp;Logs vom Trace des Logs</translation>
    </message>
    <message>
        <source>Copy Log as &amp;JSON</source>
        <translation>Log als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>This trace</source>
        <translation>Dieser Trace</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>&amp;Copy Message</source>
        <translation>Nachricht &amp;kopieren</translation>
    </message>
    <message>
        <source>Select a log to see all of it.</source>
        <translation>Ein Log auswählen, um es ganz zu sehen.</translation>
    </message>
    <message>
        <source>Least level of logs</source>
        <translation>Niedrigste Stufe der Logs</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>%1 and above</source>
        <translation>%1 und höher</translation>
    </message>
    <message>
        <source>The list of logs</source>
        <translation>Die Liste der Logs</translation>
    </message>
    <message>
        <source>The shown event belongs to no trace.</source>
        <translation>Das gezeigte Event gehört zu keinem Trace.</translation>
    </message>
    <message>
        <source>No log here.</source>
        <translation>Hier ist kein Log.</translation>
    </message>
    <message>
        <source>No log has come yet. An SDK sends its logs once it is told to: in Python with enable_logs=True and sentry_sdk.logger, in JavaScript with enableLogs: true and Sentry.logger.</source>
        <translation>Noch ist kein Log gekommen. Ein SDK sendet Logs, sobald man es ihm sagt: in Python mit enable_logs=True und sentry_sdk.logger, in JavaScript mit enableLogs: true und Sentry.logger.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>1 log</source>
        <translation>1 Log</translation>
    </message>
    <message>
        <source>%1 logs</source>
        <translation>%1 Logs</translation>
    </message>
</context>
<context>
    <name>picket::ui::MainWindow</name>
    <message>
        <source>Back to the &amp;Issues</source>
        <translation>Zurück zu den &amp;Issues</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Filter Issues</source>
        <translation>Issues &amp;filtern</translation>
    </message>
    <message>
        <source>Oldest Event</source>
        <translation>Ältestes Event</translation>
    </message>
    <message>
        <source>Older Event</source>
        <translation>Älteres Event</translation>
    </message>
    <message>
        <source>Newer Event</source>
        <translation>Neueres Event</translation>
    </message>
    <message>
        <source>Newest Event</source>
        <translation>Neuestes Event</translation>
    </message>
    <message>
        <source>&amp;Pause the Display</source>
        <translation>Anzeige &amp;anhalten</translation>
    </message>
    <message>
        <source>Refused Requests</source>
        <translation>Abgelehnte Anfragen</translation>
    </message>
    <message>
        <source>&amp;Connect a Program …</source>
        <translation>Programm &amp;verbinden …</translation>
    </message>
    <message>
        <source>Copy &amp;DSN</source>
        <translation>&amp;DSN kopieren</translation>
    </message>
    <message>
        <source>Send &amp;Test Event</source>
        <translation>&amp;Test-Event senden</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Picket</source>
        <translation>Ü&amp;ber Picket</translation>
    </message>
    <message>
        <source>About Picket</source>
        <translation>Über Picket</translation>
    </message>
    <message>
        <source>Picket %1</source>
        <translation>Picket %1</translation>
    </message>
    <message>
        <source>An issue browser for the SDKs of Sentry, on this machine only.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Zeigt Issues der SDKs von Sentry, nur auf diesem Rechner.
Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>&amp;Resolve</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stumm schalten</translation>
    </message>
    <message>
        <source>Re&amp;open</source>
        <translation>Wieder ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Undo Delete</source>
        <translation>Löschen &amp;rückgängig</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Mark this moment: “New since mark” shows what is new from now on</source>
        <translation>Diesen Zeitpunkt markieren: „Neu seit Marke“ zeigt, was von jetzt an neu ist</translation>
    </message>
    <message>
        <source>Colours as the System</source>
        <translation>Farben wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>&amp;High Contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Issue</source>
        <translation>&amp;Issue</translation>
    </message>
    <message>
        <source>Eve&amp;nt</source>
        <translation>E&amp;vent</translation>
    </message>
    <message>
        <source>&amp;Listener</source>
        <translation>&amp;Empfänger</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>%1 - Picket</source>
        <translation>%1 - Picket</translation>
    </message>
    <message>
        <source>This window only views the workspace; it is owned by %1.</source>
        <translation>Dieses Fenster sieht den Arbeitsbereich nur an; er gehört %1.</translation>
    </message>
    <message>
        <source>Nobody listens.</source>
        <translation>Niemand lauscht.</translation>
    </message>
    <message>
        <source>Listening on %1, because the usual port was taken. An SDK&apos;s “spotlight: true” finds only the usual port.</source>
        <translation>Lauscht auf %1, weil der übliche Port belegt war. „spotlight: true“ eines SDKs findet nur den üblichen Port.</translation>
    </message>
    <message>
        <source>Listening on %1.</source>
        <translation>Lauscht auf %1.</translation>
    </message>
    <message>
        <source>Test event stored</source>
        <translation>Test-Event gespeichert</translation>
    </message>
    <message>
        <source>Test event: %1</source>
        <translation>Test-Event: %1</translation>
    </message>
    <message>
        <source>The workspace cannot be read: %1</source>
        <translation>Der Arbeitsbereich kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>viewing, owned by %1</source>
        <translation>nur Ansicht, gehört %1</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>lauscht nicht</translation>
    </message>
    <message>
        <source>%1   %2 / min</source>
        <translation>%1   %2 / min</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 Issue</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 Issues</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>   workspace %1 · %2</source>
        <translation>   Arbeitsbereich %1 · %2</translation>
    </message>
    <message>
        <source>1 request refused</source>
        <translation>1 Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>%1 requests refused</source>
        <translation>%1 Anfragen abgelehnt</translation>
    </message>
    <message>
        <source>Nothing can be stored at the moment: %1. Senders are answered 503, so their events are lost unless they send them again.</source>
        <translation>Zurzeit kann nichts gespeichert werden: %1. Absender erhalten 503; ihre Events sind verloren, wenn sie sie nicht erneut senden.</translation>
    </message>
    <message>
        <source>The database was removed or replaced; events are stored in a new one.</source>
        <translation>Die Datenbank wurde entfernt oder ersetzt; Events werden in einer neuen gespeichert.</translation>
    </message>
    <message>
        <source>viewing, read-only</source>
        <translation>nur Ansicht, schreibgeschützt</translation>
    </message>
    <message>
        <source>This window only views the workspace, which cannot be written.</source>
        <translation>Dieses Fenster zeigt den Arbeitsbereich nur, der nicht beschreibbar ist.</translation>
    </message>
</context>
<context>
    <name>picket::ui::MonitorModel</name>
    <message>
        <source>&lt;no name&gt;</source>
        <translation>&lt;ohne Namen&gt;</translation>
    </message>
    <message>
        <source>Monitor %1, %2, last check-in %3, %4 check-ins, %5 failed</source>
        <translation>Monitor %1, %2, letzter Check-in %3, %4 Check-ins, %5 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last check-in</source>
        <translation>Letzter Check-in</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Check-ins</source>
        <translation>Check-ins</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>picket::ui::NoIssueText</name>
    <message>
        <source>No issue here has “%1” in its title or culprit.</source>
        <translation>Kein Issue hier hat „%1“ in Titel oder Verursacher.</translation>
    </message>
    <message>
        <source>No unresolved issue.</source>
        <translation>Kein offenes Issue.</translation>
    </message>
    <message>
        <source>Nothing new since %1.</source>
        <translation>Nichts Neues seit %1.</translation>
    </message>
    <message>
        <source>Nothing was marked yet. Mark a moment, and what is new from then on is here.</source>
        <translation>Noch wurde nichts markiert. Markieren Sie einen Zeitpunkt, und was danach neu ist, steht hier.</translation>
    </message>
    <message>
        <source>No issue has come back after it was resolved.</source>
        <translation>Kein Issue ist zurückgekehrt, nachdem es gelöst war.</translation>
    </message>
    <message>
        <source>No issue is muted.</source>
        <translation>Kein Issue ist stumm.</translation>
    </message>
    <message>
        <source>No issue is resolved.</source>
        <translation>Kein Issue ist gelöst.</translation>
    </message>
    <message>
        <source>There is no issue.</source>
        <translation>Es gibt kein Issue.</translation>
    </message>
    <message>
        <source>Only one project is shown.</source>
        <translation>Nur ein Projekt wird gezeigt.</translation>
    </message>
    <message>
        <source>Only a part of the time is shown.</source>
        <translation>Nur ein Teil der Zeit wird gezeigt.</translation>
    </message>
</context>
<context>
    <name>picket::ui::PreviewPane</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 mehr nicht gezeigt</translation>
    </message>
    <message>
        <source>save it to look at it with another program</source>
        <translation>zum Ansehen mit einem anderen Programm sichern</translation>
    </message>
</context>
<context>
    <name>picket::ui::ProjectNames</name>
    <message>
        <source>project %1</source>
        <translation>Projekt %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::RawDock</name>
    <message>
        <source>Raw</source>
        <translation>Rohdaten</translation>
    </message>
    <message>
        <source>JSON of the event</source>
        <translation>JSON des Events</translation>
    </message>
    <message>
        <source>JSON As Received</source>
        <translation>JSON wie empfangen</translation>
    </message>
    <message>
        <source>Select an issue to see its JSON.</source>
        <translation>Wählen Sie ein Issue, um sein JSON zu sehen.</translation>
    </message>
    <message>
        <source>as received</source>
        <translation>wie empfangen</translation>
    </message>
    <message>
        <source>indented</source>
        <translation>eingerückt</translation>
    </message>
    <message>
        <source>could not be read as JSON: the bytes as they came</source>
        <translation>nicht als JSON lesbar: die Bytes, wie sie kamen</translation>
    </message>
    <message>
        <source>mended in order to be read: %1</source>
        <translation>zum Lesen ausgebessert: %1</translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 weitere nicht gezeigt</translation>
    </message>
    <message>
        <source>Search the JSON</source>
        <translation>Im JSON suchen</translation>
    </message>
</context>
<context>
    <name>picket::ui::ReleaseHealthModel</name>
    <message>
        <source>&lt;no release&gt;</source>
        <translation>&lt;ohne Release&gt;</translation>
    </message>
    <message>
        <source>%1, the first one %2</source>
        <translation>%1, die erste %2</translation>
    </message>
    <message>
        <source>Release %1, %2 sessions, %3 without a crash, %4 crashed, the last one %5</source>
        <translation>Release %1, %2 Sitzungen, %3 ohne Absturz, %4 abgestürzt, die letzte %5</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Crash-free</source>
        <translation>Absturzfrei</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Exited</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Errored</source>
        <translation>Mit Fehlern</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Abgestürzt</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Abnormal</translation>
    </message>
    <message>
        <source>Unhandled</source>
        <translation>Unbehandelt</translation>
    </message>
    <message>
        <source>Last started</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
</context>
<context>
    <name>picket::ui::Request</name>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>query string</source>
        <translation>Abfragezeichenkette</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>Fragment</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopffelder</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>Environment of the server</source>
        <translation>Umgebung des Servers</translation>
    </message>
</context>
<context>
    <name>picket::ui::RequestDock</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>This event came without a request.</source>
        <translation>Dieses Event kam ohne Anfrage.</translation>
    </message>
    <message>
        <source>Select an issue to see the request behind it.</source>
        <translation>Wählen Sie ein Issue, um die Anfrage dahinter zu sehen.</translation>
    </message>
</context>
<context>
    <name>picket::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
</context>
<context>
    <name>picket::ui::SourceDock</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Source of the frame</source>
        <translation>Quelltext des Frames</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Show the file on this disk</source>
        <translation>Die Datei auf dieser Platte zeigen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Show the lines that the event recorded</source>
        <translation>Die Zeilen zeigen, die das Event aufzeichnete</translation>
    </message>
    <message>
        <source>Source as the Event Recorded It</source>
        <translation>Quelltext, wie das Event ihn aufzeichnete</translation>
    </message>
    <message>
        <source>Ask Again for Source Folders</source>
        <translation>Erneut nach Quellordnern fragen</translation>
    </message>
    <message>
        <source>Select an issue to see its source.</source>
        <translation>Wählen Sie ein Issue, um seinen Quelltext zu sehen.</translation>
    </message>
    <message>
        <source>The SDK sent null for this frame.</source>
        <translation>Das SDK sandte für diesen Frame null.</translation>
    </message>
    <message>
        <source>This event has no frames.</source>
        <translation>Dieses Event hat keine Frames.</translation>
    </message>
    <message>
        <source>This frame came without source.</source>
        <translation>Dieser Frame kam ohne Quelltext.</translation>
    </message>
    <message>
        <source>   no line number was sent</source>
        <translation>   es wurde keine Zeilennummer gesendet</translation>
    </message>
    <message>
        <source>   %1 overlong lines are cut</source>
        <translation>   %1 überlange Zeilen sind gekürzt</translation>
    </message>
    <message>
        <source>differs from what the event recorded</source>
        <translation>weicht von der Aufzeichnung des Events ab</translation>
    </message>
    <message>
        <source>on this disk</source>
        <translation>auf dieser Platte</translation>
    </message>
    <message>
        <source>in a folder never read as a whole</source>
        <translation>in einem Ordner, der nie als Ganzes gelesen wird</translation>
    </message>
    <message>
        <source>not on this disk</source>
        <translation>nicht auf dieser Platte</translation>
    </message>
    <message>
        <source>on this disk, too long to show</source>
        <translation>auf dieser Platte, zu lang zum Zeigen</translation>
    </message>
    <message>
        <source>on this disk, cannot be read</source>
        <translation>auf dieser Platte, nicht lesbar</translation>
    </message>
    <message>
        <source>   %1 lines are left out</source>
        <translation>   %1 Zeilen sind weggelassen</translation>
    </message>
</context>
<context>
    <name>picket::ui::SourceText</name>
    <message>
        <source> … (%1 more characters)</source>
        <translation> … (%1 weitere Zeichen)</translation>
    </message>
</context>
<context>
    <name>picket::ui::Span</name>
    <message>
        <source>transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>übergeordnet</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>The item with its data</source>
        <translation>Das Element mit seinen Daten</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
</context>
<context>
    <name>picket::ui::Stack</name>
    <message>
        <source>null (no frame was sent here)</source>
        <translation>null (hier wurde kein Frame gesendet)</translation>
    </message>
    <message>
        <source>&lt;unknown&gt;</source>
        <translation>&lt;unbekannt&gt;</translation>
    </message>
    <message>
        <source>%1 library frames</source>
        <translation>%1 Bibliotheks-Frames</translation>
    </message>
    <message>
        <source>%1 frames not shown, see Raw</source>
        <translation>%1 Frames nicht gezeigt, siehe Rohdaten</translation>
    </message>
    <message>
        <source>null (no exception was sent here)</source>
        <translation>null (hier wurde keine Exception gesendet)</translation>
    </message>
    <message>
        <source>%1 exceptions not shown, see Raw</source>
        <translation>%1 Exceptions nicht gezeigt, siehe Rohdaten</translation>
    </message>
    <message>
        <source>— asynchronous gap —</source>
        <translation>— asynchroner Übergang —</translation>
    </message>
    <message>
        <source>suppressed: %1</source>
        <translation>unterdrückt: %1</translation>
    </message>
    <message>
        <source>caused by %1</source>
        <translation>verursacht durch %1</translation>
    </message>
    <message>
        <source>Thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>main</source>
        <translation>Haupt-Thread</translation>
    </message>
    <message>
        <source>Thread “%1”</source>
        <translation>Thread „%1“</translation>
    </message>
    <message>
        <source>Thread %1 “%2”</source>
        <translation>Thread %1 „%2“</translation>
    </message>
    <message>
        <source>%1, 1 frame</source>
        <translation>%1, 1 Frame</translation>
    </message>
    <message>
        <source>%1, %2 frames</source>
        <translation>%1, %2 Frames</translation>
    </message>
    <message>
        <source>%1 threads not looked at, see Raw</source>
        <translation>%1 Threads nicht betrachtet, siehe Rohdaten</translation>
    </message>
    <message>
        <source>Other threads</source>
        <translation>Andere Threads</translation>
    </message>
    <message>
        <source>1 thread came without a stack trace.</source>
        <translation>1 Thread kam ohne Stacktrace.</translation>
    </message>
    <message>
        <source>%1 threads came without a stack trace.</source>
        <translation>%1 Threads kamen ohne Stacktrace.</translation>
    </message>
    <message>
        <source>Came without a stack trace.</source>
        <translation>Kam ohne Stacktrace.</translation>
    </message>
    <message>
        <source>Thread without a name</source>
        <translation>Thread ohne Namen</translation>
    </message>
</context>
<context>
    <name>picket::ui::StackDock</name>
    <message>
        <source>Stack</source>
        <translation>Stack</translation>
    </message>
    <message>
        <source>Stack frames</source>
        <translation>Stack-Frames</translation>
    </message>
    <message>
        <source>Next In-App Frame</source>
        <translation>Nächster eigener Frame</translation>
    </message>
    <message>
        <source>Previous In-App Frame</source>
        <translation>Voriger eigener Frame</translation>
    </message>
    <message>
        <source>Oldest Frame First</source>
        <translation>Ältester Frame zuerst</translation>
    </message>
    <message>
        <source>Select an issue to see its stack.</source>
        <translation>Wählen Sie ein Issue, um seinen Stack zu sehen.</translation>
    </message>
    <message>
        <source>This event could not be read; Raw shows its bytes.</source>
        <translation>Dieses Event war nicht lesbar; Rohdaten zeigt seine Bytes.</translation>
    </message>
    <message>
        <source>This event has no stack trace.</source>
        <translation>Dieses Event hat keinen Stacktrace.</translation>
    </message>
    <message>
        <source>Stack as text</source>
        <translation>Stack als Text</translation>
    </message>
    <message>
        <source>Stack as Text</source>
        <translation>Stack als Text</translation>
    </message>
    <message>
        <source>Copy Stack</source>
        <translation>Stack kopieren</translation>
    </message>
</context>
<context>
    <name>picket::ui::StackModel</name>
    <message>
        <source>%1 in %2, in-app frame</source>
        <translation>%1 in %2, eigener Frame</translation>
    </message>
    <message>
        <source>%1 in %2, library frame</source>
        <translation>%1 in %2, Bibliotheks-Frame</translation>
    </message>
    <message>
        <source>%1, open</source>
        <translation>%1, offen</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, zu</translation>
    </message>
    <message>
        <source>Exception or thread: %1</source>
        <translation>Exception oder Thread: %1</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation>1 Frame</translation>
    </message>
    <message>
        <source>%1 frames</source>
        <translation>%1 Frames</translation>
    </message>
    <message>
        <source>%1 · %2 in-app</source>
        <translation>%1 · %2 eigene</translation>
    </message>
    <message>
        <source>%1 in %2, frame</source>
        <translation>%1 in %2, Frame</translation>
    </message>
</context>
<context>
    <name>picket::ui::TableView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::TagModel</name>
    <message>
        <source>Tag %1 is %2</source>
        <translation>Tag %1 ist %2</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Of this event</source>
        <translation>Dieses Events</translation>
    </message>
    <message>
        <source>Pinned tag %1 is %2</source>
        <translation>Angeheftetes Tag %1 ist %2</translation>
    </message>
</context>
<context>
    <name>picket::ui::TagShareModel</name>
    <message>
        <source>without this tag</source>
        <translation>ohne dieses Tag</translation>
    </message>
    <message>
        <source>%1 rarer values</source>
        <translation>%1 seltenere Werte</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation>&gt; 99 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (this event)</source>
        <translation>%1 (dieses Event)</translation>
    </message>
    <message>
        <source>%1, %2 of the events, %3</source>
        <translation>%1, %2 der Events, %3</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>In the issue</source>
        <translation>Im Issue</translation>
    </message>
</context>
<context>
    <name>picket::ui::TagsDock</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags of the event</source>
        <translation>Tags des Events</translation>
    </message>
    <message>
        <source>Values in the issue</source>
        <translation>Werte im Issue</translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Key and Value</source>
        <translation>&amp;Schlüssel und Wert kopieren</translation>
    </message>
    <message>
        <source>This event has no tags.</source>
        <translation>Dieses Event hat keine Tags.</translation>
    </message>
    <message>
        <source>Select an issue to see its tags.</source>
        <translation>Wählen Sie ein Issue, um seine Tags zu sehen.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>&amp;Filter by This Value</source>
        <translation>Nach diesem Wert &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin in Every Event	P</source>
        <translation>In jedem Event an&amp;heften oder lösen	P</translation>
    </message>
</context>
<context>
    <name>picket::ui::Text</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 Mon</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>vor %1 Stunden</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>vor 1 Tag</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>1 month ago</source>
        <translation>vor 1 Monat</translation>
    </message>
    <message>
        <source>%1 months ago</source>
        <translation>vor %1 Monaten</translation>
    </message>
    <message>
        <source>1 year ago</source>
        <translation>vor 1 Jahr</translation>
    </message>
    <message>
        <source>%1 years ago</source>
        <translation>vor %1 Jahren</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>fatal</source>
        <translation>fatal</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>regressed</source>
        <translation>zurückgekehrt</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>kept unread</source>
        <translation>ungelesen behalten</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>picket::ui::TimeAxisView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) here</source>
        <translation>
            <numerusform>%n Event hier</numerusform>
            <numerusform>%n Events hier</numerusform>
        </translation>
    </message>
    <message>
        <source>event · %1</source>
        <translation>Event · %1</translation>
    </message>
    <message>
        <source>%1 · this is the shown event</source>
        <translation>%1 · dies ist das gezeigte Event</translation>
    </message>
    <message>
        <source>%1 · %2 to the shown one</source>
        <translation>%1 · %2 zum gezeigten</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <translation>%1: %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n breadcrumb(s)</source>
        <translation>
            <numerusform>%n Breadcrumb</numerusform>
            <numerusform>%n Breadcrumbs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Event</numerusform>
            <numerusform>%n Events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>picket::ui::TimeMarks</name>
    <message>
        <source>run started %1</source>
        <translation>Lauf begann %1</translation>
    </message>
    <message>
        <source>mark %1</source>
        <translation>Marke %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::TimelineBar</name>
    <message>
        <source>Time Strip</source>
        <translation>Zeitstreifen</translation>
    </message>
    <message>
        <source>&amp;Time Strip</source>
        <translation>&amp;Zeitstreifen</translation>
    </message>
</context>
<context>
    <name>picket::ui::TimelineDock</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Timeline: Fit the Breadcrumbs</source>
        <translation>Zeitachse: Breadcrumbs einpassen</translation>
    </message>
    <message>
        <source>Breadcrumbs</source>
        <translation>Breadcrumbs</translation>
    </message>
    <message>
        <source>Timeline: Fit the Events</source>
        <translation>Zeitachse: Events einpassen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>Select an issue to see when it happened.</source>
        <translation>Wählen Sie ein Issue, um zu sehen, wann es geschah.</translation>
    </message>
    <message>
        <source>1 breadcrumb lies far away</source>
        <translation>1 Breadcrumb liegt weit entfernt</translation>
    </message>
    <message>
        <source>%1 breadcrumbs lie far away</source>
        <translation>%1 Breadcrumbs liegen weit entfernt</translation>
    </message>
    <message>
        <source>at most %1 events at a time</source>
        <translation>höchstens %1 Events auf einmal</translation>
    </message>
</context>
<context>
    <name>picket::ui::TimelineStrip</name>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>1 new issue</source>
        <translation>1 neues Issue</translation>
    </message>
    <message>
        <source>%1 new issues</source>
        <translation>%1 neue Issues</translation>
    </message>
    <message>
        <source>Time strip</source>
        <translation>Zeitstreifen</translation>
    </message>
    <message>
        <source>first event of %1</source>
        <translation>erstes Event von %1</translation>
    </message>
    <message>
        <source>Nothing has arrived yet.</source>
        <translation>Noch ist nichts angekommen.</translation>
    </message>
    <message>
        <source>%1, %2, %3.</source>
        <translation>%1, %2, %3.</translation>
    </message>
    <message>
        <source>Marked out: %1.</source>
        <translation>Markiert: %1.</translation>
    </message>
    <message>
        <source>Only %1 is shown.</source>
        <translation>Nur %1 wird gezeigt.</translation>
    </message>
    <message>
        <source>Cursor: %1.</source>
        <translation>Cursor: %1.</translation>
    </message>
    <message>
        <source>Show all times again instead of %1</source>
        <translation>Statt %1 wieder alle Zeiten zeigen</translation>
    </message>
    <message>
        <source>Show all times again</source>
        <translation>Wieder alle Zeiten zeigen</translation>
    </message>
    <message>
        <source>No events in this time</source>
        <translation>Keine Events in dieser Zeit</translation>
    </message>
</context>
<context>
    <name>picket::ui::Trace</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>interner Fehler</translation>
    </message>
    <message>
        <source>unauthenticated</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>1 span</source>
        <translation>1 Span</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Spans</translation>
    </message>
    <message>
        <source>showing %1 of %2 spans</source>
        <translation>%1 von %2 Spans gezeigt</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Event</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Events</translation>
    </message>
    <message>
        <source>showing %1 of %2 events</source>
        <translation>%1 von %2 Events gezeigt</translation>
    </message>
    <message>
        <source>1 log</source>
        <translation>1 Log</translation>
    </message>
    <message>
        <source>%1 logs</source>
        <translation>%1 Logs</translation>
    </message>
    <message>
        <source>showing %1 of %2 logs</source>
        <translation>%1 von %2 Logs gezeigt</translation>
    </message>
</context>
<context>
    <name>picket::ui::TraceDock</name>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Data of the trace</source>
        <translation>Daten des Traces</translation>
    </message>
    <message>
        <source>Copy Trace Id</source>
        <translation>Trace-Id kopieren</translation>
    </message>
    <message>
        <source>Logs in the Trace</source>
        <translation>Logs im Trace</translation>
    </message>
    <message>
        <source>Select a row to see its data.</source>
        <translation>Wählen Sie eine Zeile, um ihre Daten zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Copy Row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Open All</source>
        <translation>Alle ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>The trace</source>
        <translation>Der Trace</translation>
    </message>
    <message>
        <source>Nothing of this trace is here.</source>
        <translation>Von diesem Trace ist nichts hier.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>This event names no trace.</source>
        <translation>Dieses Event nennt keinen Trace.</translation>
    </message>
    <message>
        <source>Select an issue or a transaction to see its trace.</source>
        <translation>Wählen Sie ein Issue oder eine Transaktion, um den Trace zu sehen.</translation>
    </message>
    <message>
        <source>No spans of this trace were received: SDKs send them when tracing is on (traces_sample_rate=1.0).</source>
        <translation>Von diesem Trace kamen keine Spans: SDKs senden sie, wenn Tracing eingeschaltet ist (traces_sample_rate=1.0).</translation>
    </message>
    <message>
        <source>trace %1</source>
        <translation>Trace %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::TraceModel</name>
    <message>
        <source>log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>&lt;no name&gt;</source>
        <translation>&lt;ohne Namen&gt;</translation>
    </message>
    <message>
        <source>&lt;no title&gt;</source>
        <translation>&lt;ohne Titel&gt;</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>Span %1, %2, at %3, took %4</source>
        <translation>Span %1, %2, bei %3, Dauer %4</translation>
    </message>
    <message>
        <source>The shown event, %1, %2, at %3</source>
        <translation>Das gezeigte Event, %1, %2, bei %3</translation>
    </message>
    <message>
        <source>Event, %1, %2, at %3</source>
        <translation>Event, %1, %2, bei %3</translation>
    </message>
    <message>
        <source>Log, %1, %2, at %3</source>
        <translation>Log, %1, %2, bei %3</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>0 – %1</source>
        <translation>0 – %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::TransactionModel</name>
    <message>
        <source>&lt;no name&gt;</source>
        <translation>&lt;ohne Namen&gt;</translation>
    </message>
    <message>
        <source>Transaction %1, %2, at %3, took %4</source>
        <translation>Transaktion %1, %2, um %3, Dauer %4</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
</context>
<context>
    <name>picket::ui::TransactionsDock</name>
    <message>
        <source>Transactions</source>
        <translation>Transaktionen</translation>
    </message>
    <message>
        <source>Search transactions</source>
        <translation>Transaktionen durchsuchen</translation>
    </message>
    <message>
        <source>Follow New Transactions</source>
        <translation>Neuen Transaktionen folgen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Show the &amp;Trace</source>
        <translation>Den &amp;Trace zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy Name</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy Trace &amp;Id</source>
        <translation>Trace-&amp;Id kopieren</translation>
    </message>
    <message>
        <source>The list of transactions</source>
        <translation>Die Liste der Transaktionen</translation>
    </message>
    <message>
        <source>No transaction here.</source>
        <translation>Keine Transaktion hier.</translation>
    </message>
    <message>
        <source>No transaction has come yet. An SDK sends them when tracing is on: in Python with traces_sample_rate=1.0, in JavaScript with tracesSampleRate: 1.0.</source>
        <translation>Noch kam keine Transaktion. Ein SDK sendet sie, wenn Tracing eingeschaltet ist: in Python mit traces_sample_rate=1.0, in JavaScript mit tracesSampleRate: 1.0.</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>1 transaction</source>
        <translation>1 Transaktion</translation>
    </message>
    <message>
        <source>%1 transactions</source>
        <translation>%1 Transaktionen</translation>
    </message>
</context>
<context>
    <name>picket::ui::TreeView</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::Value</name>
    <message>
        <source>
… %1 more: Copy Value gives all of it</source>
        <translation>
… %1 weitere: „Wert kopieren“ gibt alles</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>truth value</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>list of %1</source>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>object of %1</source>
        <translation>Objekt von %1</translation>
    </message>
</context>
<context>
    <name>picket::ui::ValueTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>deeper levels: see Raw</source>
        <translation>tiefere Ebenen: siehe Rohdaten</translation>
    </message>
    <message>
        <source>%1 more …</source>
        <translation>%1 weitere …</translation>
    </message>
    <message>
        <source>%1, group, %2</source>
        <translation>%1, Gruppe, %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>picket::ui::ValueTreeView</name>
    <message>
        <source>Search in %1</source>
        <translation>Suchen in %1</translation>
    </message>
    <message>
        <source>Copy &amp;Value</source>
        <translation>&amp;Wert kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>sucht …</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>die ersten %1</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Nothing here contains “%1”.</source>
        <translation>Nichts hier enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>picket::ui::VariablesDock</name>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Select an issue to see the variables of its frames.</source>
        <translation>Wählen Sie ein Issue, um die Variablen seiner Frames zu sehen.</translation>
    </message>
    <message>
        <source>This event has no frames.</source>
        <translation>Dieses Event hat keine Frames.</translation>
    </message>
    <message>
        <source>The SDK sent null for this frame.</source>
        <translation>Das SDK sandte für diesen Frame null.</translation>
    </message>
    <message>
        <source>This frame has no variables.</source>
        <translation>Dieser Frame hat keine Variablen.</translation>
    </message>
    <message>
        <source>This frame came without variables.</source>
        <translation>Dieser Frame kam ohne Variablen.</translation>
    </message>
    <message>
        <source>Python records them unless sentry_sdk.init() is told include_local_variables=False.</source>
        <translation>Python zeichnet sie auf, wenn sentry_sdk.init() nicht include_local_variables=False erhält.</translation>
    </message>
    <message>
        <source>Node records them for in-app frames with includeLocalVariables: true in Sentry.init(). Browsers cannot.</source>
        <translation>Node zeichnet sie für eigene Frames mit includeLocalVariables: true in Sentry.init() auf. Browser können es nicht.</translation>
    </message>
    <message>
        <source>Ruby records them with config.include_local_variables = true.</source>
        <translation>Ruby zeichnet sie mit config.include_local_variables = true auf.</translation>
    </message>
    <message>
        <source>PHP records the arguments of calls with zend.exception_ignore_args = Off in php.ini.</source>
        <translation>PHP zeichnet die Argumente von Aufrufen mit zend.exception_ignore_args = Off in php.ini auf.</translation>
    </message>
</context>
<context>
    <name>picket::ui::WholeValue</name>
    <message>
        <source>The whole value</source>
        <translation>Der ganze Wert</translation>
    </message>
    <message>
        <source>… %1 more characters: Copy Value gives all of it</source>
        <translation>… %1 weitere Zeichen: „Wert kopieren“ gibt alles</translation>
    </message>
</context>
<context>
    <name>picket::ui::WireLogDock</name>
    <message>
        <source>Wire log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Search requests</source>
        <translation>Anfragen durchsuchen</translation>
    </message>
    <message>
        <source>Request in detail</source>
        <translation>Anfrage im Einzelnen</translation>
    </message>
    <message>
        <source>Select a request to see what became of it.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, was aus ihr wurde.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Not stored</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>No request here.</source>
        <translation>Hier ist keine Anfrage.</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>No request has come yet.</source>
        <translation>Noch ist keine Anfrage gekommen.</translation>
    </message>
</context>
<context>
    <name>picket::ui::WireLogModel</name>
    <message>
        <source>untyped</source>
        <translation>ohne Typ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 on the wire, %2 decoded</source>
        <translation>%1 übertragen, %2 entpackt</translation>
    </message>
    <message>
        <source>%1 at %2, %3, status %4</source>
        <translation>%1 um %2, %3, Status %4</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>SDK</source>
        <translation>SDK</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
</context>
</TS>
