// SPDX-License-Identifier: GPL-3.0-or-later
// Every size and time limit of Picket, in one place, each with its reason. What lies beyond a limit is never dropped
// silently: it is cut with a mark, kept raw, or refused with a row in the wire log.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace picket::limits {

using namespace std::chrono_literals;

inline constexpr std::size_t KiB = 1024;
inline constexpr std::size_t MiB = 1024 * KiB;

// --- Listener -------------------------------------------------------------------------------------------------
// A dev machine runs a handful of SDKs; Node opens one connection per event, a browser a few per page. Thousands are
// for those that hold connections open and send nothing: each costs about 10 kB.
inline constexpr std::size_t connections = 4096;
inline constexpr int backlog = 4096; // of connections not accepted yet: beyond it a sender waits a second to try again
inline constexpr auto meritHalfLife = 4s; // what a connection has brought counts half after so long when all are taken
inline constexpr auto freshTime = 100ms; // after a connection was accepted: how long a stop waits for its first byte
inline constexpr std::uint16_t defaultPort = 8969; // Spotlight's, so that an SDK's `spotlight: true` works unchanged
inline constexpr int portsTried = 20; // default port taken: how many following ports are tried

inline constexpr std::size_t requestLine = 8 * KiB;
inline constexpr std::size_t requestLineGetStore = 64 * KiB; // GET store carries the event in its query
inline constexpr std::size_t headerField = 8 * KiB;
inline constexpr std::size_t allHeaders = 32 * KiB;
inline constexpr std::size_t headerCount = 100;

inline constexpr auto headerTime = 10s; // from the first byte of a request to the end of its header
inline constexpr auto bodyGrace = 30s; // a body may be slow for this long …
inline constexpr std::size_t bodyRate = 16 * KiB; // … and must then come at this many bytes a second
inline constexpr auto idleTime = 15s; // a kept-alive connection without a request

inline constexpr std::size_t bodyOnWire = 200 * MiB; // the real service's figure for a whole request
inline constexpr std::size_t bodyDecoded = 256 * MiB; // absolute: brotli reaches 1,300,000:1, ratios are no guard
inline constexpr std::size_t contentEncodings = 4; // stacked on one body: honest ones have one, each costs a whole pass
inline constexpr std::size_t sniffedEncodings = 3; // … and undeclared ones below them: base64 of gzip of gzip
inline constexpr std::size_t bodySpoolAbove = 4 * MiB; // larger bodies live in an unlinked file, not in memory
inline constexpr std::uint64_t spoolMargin = 64 * MiB; // spooling ends so far above freeDiskFloor: others still deliver
inline constexpr std::size_t heavyBody = 256 * KiB; // decoded size that moves a delivery to the heavy worker
inline constexpr std::size_t memoryInFlight = 64 * MiB; // bodies and deliveries not yet committed: then reading stops

inline constexpr auto lingerTime = 2s; // after an early answer: how long to discard what still comes,
inline constexpr std::size_t lingerBytes = 8 * MiB; // and how much; without it clients see a reset, not the answer

// --- Pipeline ---------------------------------------------------------------------------------------------------
inline constexpr std::size_t writerMailbox = 1024; // deliveries that wait for the writer; full = back-pressure
inline constexpr std::size_t writerBatch = 256; // deliveries in one transaction: beyond this commits gain nothing
inline constexpr std::size_t heavyMailbox = 64;
inline constexpr std::size_t refusalRows = 512; // rows of the wire log for requests refused at once: two transactions …
inline constexpr std::size_t refusalRowRate = 128; // … and a second, for longer; others are counted in one row
inline constexpr auto drainSenders = 2s; // at the end: how long senders may go on with requests that they have begun,
inline constexpr auto drainHeavy = 2s; // and large bodies wait for their turn; a desktop's session ends within ten

// --- Protocol ---------------------------------------------------------------------------------------------------
inline constexpr std::size_t eventPayload = 32 * MiB; // honest events reach 21 MB: a deep recursion of 11,427 frames
inline constexpr std::size_t attachment = 200 * MiB;
inline constexpr std::size_t attachmentsPerEnvelope = 30;
inline constexpr std::size_t envelopeItems = 1000;
inline constexpr std::size_t keptItemPayload =
    20 * MiB; // items without a view of their own (profiles, replays, unknown)
inline constexpr std::size_t jsonDepth = 1024; // the parser's; deeper documents are kept unread
inline constexpr std::size_t undecodableKept = 64 * KiB; // of a body that no decoder understands
inline constexpr std::size_t formParts = 1000; // of a crash upload: every annotation of the crashed program is one
inline constexpr std::size_t multipartBoundary = 256; // RFC 2046 allows 70, some clients write more
inline constexpr std::size_t containerItems = 10000; // logs or spans in one item; SDKs batch 100, at most 1,000
inline constexpr std::size_t treeNodes = 1000000; // of JSON or MessagePack: about 100 MB; one byte can make a node
inline constexpr std::size_t minidumpStreams = 1024; // real dumps have about twenty
inline constexpr std::size_t minidumpThreads = 4096;
inline constexpr std::size_t minidumpModules = 4096;
inline constexpr std::size_t minidumpAnnotations = 4096;
inline constexpr std::size_t buildId = 64; // bytes; linkers write 8 to 20, a SHA-512 would be the longest
inline constexpr std::size_t minidumpText = 4 * MiB; // of all names in a dump: many may point at one long text
inline constexpr std::size_t previewSniffed = 4 * KiB; // of an attachment, to tell text from binary
inline constexpr int clampPastDays = 30; // older event times are shown at their receive time (PROTOCOL C.1)
inline constexpr auto clampFuture = 60s;

inline constexpr std::size_t frames = 250; // shown per stack; the middle is elided
inline constexpr std::size_t exceptions = 100;
inline constexpr std::size_t threads = 250; // shown of an event: a program with more has the same one many times
inline constexpr std::size_t breadcrumbs = 1000;
inline constexpr std::size_t problems = 100; // of one event: a hostile one could have a million
inline constexpr std::size_t jsonTreeDepth = 128; // shown as a tree
inline constexpr std::size_t indexedTags = 100;
inline constexpr std::size_t tagKey = 200;
inline constexpr std::size_t tagValue = 200;
inline constexpr std::size_t title = 256; // characters shown in lists
inline constexpr std::size_t exceptionValue = 1024; // characters kept beside the title; the real service's figure
inline constexpr std::size_t culprit = 200;
inline constexpr std::size_t shortText = 256; // release, environment, logger, transaction … as columns

// --- Grouping ---------------------------------------------------------------------------------------------------
inline constexpr std::size_t parameterised = 8 * KiB; // of a message that the patterns run over
inline constexpr std::size_t groupedFrames = 2000; // frames that one stack may contribute
inline constexpr std::size_t groupedFramesOfEvent = 10'000; // … and all its stacks together, the main exception's first
inline constexpr std::size_t groupedName = 4 * KiB; // of a function, module or path; the longest honest ones are C++'s
inline constexpr std::size_t titleType = 128; // characters of an exception's type in a title

// --- Store ------------------------------------------------------------------------------------------------------
inline constexpr std::uint64_t freeDiskFloor = 512 * MiB; // below it deliveries are answered 503
inline constexpr auto freeDiskInterval = 1s; // how often the system is asked for it
inline constexpr std::size_t deliveriesKept = 1000; // rows of the wire log, kept over restarts
inline constexpr auto busyTimeout = 5s; // of SQLite, for the moment of a checkpoint or an open
inline constexpr auto readTransaction = 100ms; // no reader holds a snapshot longer: a held one grows the WAL
inline constexpr std::size_t page = 200; // rows fetched at a time
inline constexpr std::size_t writerPageCache = 32 * MiB; // holds the scattered tables of half a million events
inline constexpr std::size_t readerPageCache = 16 * MiB;
inline constexpr std::size_t dictionaryCache = 32768; // ids of texts and tags that the writer remembers, a few MB
inline constexpr std::size_t hashCache = 65536; // grouping hashes whose issue the writer remembers
inline constexpr std::int64_t indexRun =
    8192; // events merged into the scattered tables at once; read unsorted till then
inline constexpr auto deletedKept = 24h; // a deleted issue can be brought back for so long, then it is removed for good
inline constexpr std::size_t purgedEvents = 100; // … so many events at a time: some 10 ms, deliveries go in between
inline constexpr std::size_t purgedBytes = 8 * MiB; // … or so much of payloads and attachments
inline constexpr std::size_t purgedRows = 5000; // … or so many rows of what is counted by tag
inline constexpr std::size_t logBody = 8 * KiB; // of a log as it is searched and listed; the whole is in its item
inline constexpr std::size_t spanText = KiB; // of a span's description: a statement of a database may have megabytes
inline constexpr std::size_t traceSpans = 2000; // of one trace: a row of the waterfall each
inline constexpr std::size_t traceLogs = 2000;
inline constexpr std::size_t traceEvents = 500;
inline constexpr std::size_t feedbackShown = 1000; // people write few
inline constexpr std::size_t feedbackText = 16 * KiB; // the real service ends at 4,096 characters
inline constexpr std::uint64_t keptItems = 512 * MiB; // of items without a view, as sent; then the oldest go
inline constexpr std::size_t deliveryCounts = 2000; // rows of the wire log's counters: SDKs name themselves freely
inline constexpr std::size_t peerLookups = 20; // times a second that all processes are searched for a socket's owner
inline constexpr std::size_t uploads = 64; // begun, or waiting for their envelope; real crashes have one or two files
inline constexpr auto uploadHalfLife = 60s; // what an upload has brought counts half after so long when all are taken
inline constexpr std::uint64_t uploadBytes = 1024 * MiB; // … and all of them together: five of the largest
inline constexpr auto uploadKept =
    24h; // since its last byte: a program that crashed sends the rest when it starts again
inline constexpr auto usedUploadKept = 10min; // an envelope's second copy (Spotlight's) names the same upload
inline constexpr auto runAge = 24h; // an event tells of its program's start when that was no longer ago
inline constexpr std::uint64_t walCheckpoint = 64 * MiB; // size of the log from which it is moved into the database
inline constexpr std::uint64_t walAlarm = 2 * walCheckpoint; // … and from which it is said that a reader keeps it

// --- Window -----------------------------------------------------------------------------------------------------
inline constexpr auto changeInterval = 100ms; // change notices are coalesced to ten a second
inline constexpr std::size_t sourceLine = 2000; // characters of a line that the source view shows: 45 such lines, 40 ms
inline constexpr std::size_t sourceLineShaped = 500; // … when it is not Latin: each character costs ten times as much
inline constexpr std::size_t recordedLines = 2000; // before and after a frame's line; SDKs send 5, some a whole file
inline constexpr std::size_t wholeLines = 10'000; // of a value shown whole: 30 ms on the GUI thread
inline constexpr std::size_t sourceFile = 8 * MiB; // of a file on this disk that the source view shows; code is smaller
inline constexpr std::size_t sourceFileLines = 100'000; // … and so many lines: a million empty ones stall the window
inline constexpr std::size_t sourceLinks = 40; // symbolic links on the way to a source file, as Linux has it
inline constexpr std::size_t sourceFolders = 500; // that the user was asked about; the oldest are forgotten
inline constexpr std::size_t pinnedTags = 20; // shown in every event: more have no room beside each other
inline constexpr std::size_t textMatches = 10'000; // counted and marked in a text: nobody steps through more
inline constexpr std::size_t treeChunk = 500; // rows of a container that a tree of values makes at a time
inline constexpr std::size_t treeMatches = 1000; // found in a tree: nobody reads more, and each is a row
inline constexpr std::size_t tagValues = 100; // of a tag, told one by one; rarer ones are told as their sum
inline constexpr std::size_t rawShown = 2 * MiB; // of an event's JSON that the raw view shows: 40 ms on the GUI thread
inline constexpr std::size_t shownLines = 50'000; // … and lines of any text in such a view: a million stall the window
inline constexpr std::size_t jsonIndent = 48; // indented levels; deeper ones would only make the lines longer
inline constexpr auto reorderInterval = 1s; // lists re-sort at most this often: rows that jump cannot be read
inline constexpr std::size_t timelineEvents = 200'000; // of an issue on the time axis; older ones only by zooming in
inline constexpr std::size_t timelineMarks = 500; // marks, runs and releases on one axis
inline constexpr int imagePixels = 20'000; // along a side of an attached image that is decoded
inline constexpr int previewPixels = 2000; // along a side of what is shown of it: 16 MB
inline constexpr int traceDepth = 32; // levels of a waterfall that are told apart: deeper ones leave no room to read
inline constexpr std::size_t traceEventsPlaced = 50; // events of a trace that are read for the span they happened in
inline constexpr std::size_t rowsCached = 2000; // list rows kept beside those on screen, about 2 MB

} // namespace picket::limits
