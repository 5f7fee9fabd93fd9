// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/peerfinder.h"

#include "core/base/limits.h"

#include <unistd.h>

#include <algorithm>

namespace picket::ingest {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::nanoseconds betweenSearches = 1s / static_cast<std::int64_t>(limits::peerLookups);
constexpr int pause = 9; // times what was done before: a tenth of the time is worked

http::ProcessSearch::Inodes inodesOf(const std::unordered_map<std::uint64_t, std::shared_ptr<model::PeerProcess>> &all)
{
    http::ProcessSearch::Inodes inodes;
    for (const auto &[inode, peer] : all) {
        inodes.insert(inode);
    }
    return inodes;
}

// Others' processes do not tell what they have open.
bool mayLookInto(const http::PeerSocket &socket)
{
    return ::geteuid() == 0 || socket.user == ::geteuid();
}

} // namespace

PeerFinder::PeerFinder()
    : m_questions(limits::connections)
    , m_thread([this] { run(); })
{
}

PeerFinder::~PeerFinder()
{
    m_questions.close();
    m_thread.join();
}

std::shared_ptr<const model::PeerProcess> PeerFinder::ask(const http::SocketEnds &ends)
{
    auto peer = std::make_shared<model::PeerProcess>();
    return m_questions.tryPush({ends, peer}) ? peer : nullptr;
}

void PeerFinder::run()
{
    while (true) {
        std::vector<Question> questions = waitForQuestions();
        if (m_questions.isClosed()) {
            for (const Question &question : questions) {
                question.peer->set({});
            }
            break;
        }
        const Time begun = std::chrono::steady_clock::now();
        resolve(std::move(questions));
        const Time ended = std::chrono::steady_clock::now();
        if (!m_wanted.empty() && ended >= m_nextSearch) {
            searchAll();
        }
        std::this_thread::sleep_for(pause * (ended - begun)); // what comes meanwhile is looked for together
    }
    for (const auto &[inode, peer] : m_wanted) {
        peer->set({});
    }
}

std::vector<PeerFinder::Question> PeerFinder::waitForQuestions()
{
    if (m_wanted.empty()) {
        return m_questions.waitAndTake();
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_nextSearch - std::chrono::steady_clock::now());
    return m_questions.waitAndTakeFor(std::max(left, 0ms), limits::connections);
}

void PeerFinder::resolve(std::vector<Question> &&questions)
{
    for (Question &question : questions) {
        const auto socket = m_sockets.find(question.ends);
        if (socket && mayLookInto(*socket) && m_wanted.size() < limits::connections) {
            m_wanted[socket->inode] = std::move(question.peer);
        } else {
            question.peer->set({});
        }
    }
    http::ProcessSearch::Inodes inodes = inodesOf(m_wanted);
    http::ProcessSearch::Found found;
    m_search.searchKnown(inodes, found);
    tell(std::move(found));
}

void PeerFinder::searchAll()
{
    const Time begun = std::chrono::steady_clock::now();
    http::ProcessSearch::Inodes inodes = inodesOf(m_wanted);
    http::ProcessSearch::Found found;
    m_search.searchAll(inodes, found);
    tell(std::move(found));
    for (const auto &[inode, peer] : m_wanted) {
        peer->set({}); // gone meanwhile, or it does not let itself be looked into
    }
    m_wanted.clear();
    const Time ended = std::chrono::steady_clock::now();
    m_nextSearch = std::max(begun + betweenSearches, ended + pause * (ended - begun));
}

void PeerFinder::tell(http::ProcessSearch::Found &&found)
{
    for (auto &[inode, answer] : found) {
        const auto at = m_wanted.find(inode);
        at->second->set(std::move(answer));
        m_wanted.erase(at);
    }
}

} // namespace picket::ingest
