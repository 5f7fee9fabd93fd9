// SPDX-License-Identifier: GPL-3.0-or-later
// A small shop with bugs: `program.js SCENARIO` runs into one of them with the real Node SDK.
//
// The DSN comes from SENTRY_DSN, as in a user's program. What Picket must show of each scenario: facts.json beside this.
'use strict';

const Sentry = require('@sentry/node');

class PaymentError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'PaymentError';
  }
}

function guestsOf(order) {
  return order.party.guests;
}

function splitBill(order) {
  const total = order.total;
  return total / guestsOf(order).length;
}

function uncaught() {
  splitBill({ total: 42 });
}

function readCard(wallet) {
  return wallet.card.number;
}

function pay(orderId, amount) {
  const wallet = { cash: 3 };
  try {
    return readCard(wallet);
  } catch (missing) {
    throw new PaymentError(`order ${orderId} cannot be paid`, { cause: missing });
  }
}

function caughtChain() {
  try {
    pay(17, '12.50 €');
  } catch (error) {
    Sentry.captureException(error);
  }
}

// The SDK reads variables through an inspector that runs in a worker: errors before it is ready come without.
let probedVars = false;
async function caughtChainWithVars() {
  for (const end = Date.now() + 20000; !probedVars && Date.now() < end; ) {
    try {
      probe('ladder');
    } catch (error) {
      Sentry.captureException(error);
    }
    await Sentry.flush(50);
    await new Promise((resolve) => setImmediate(resolve));
  }
  caughtChain();
}

function probe(thing) {
  throw new Error(`probe ${thing}`);
}

function beforeSend(event) {
  const [exception] = event.exception?.values ?? [];
  if (!exception?.value?.startsWith('probe ')) {
    return event;
  }
  probedVars ||= exception.stacktrace.frames.some((frame) => frame.vars?.thing);
  return null;
}

function message() {
  Sentry.captureMessage('The basket is empty', 'warning');
}

function addRequest(event) {
  event.request = {
    url: 'http://shop.test/checkout',
    method: 'POST',
    query_string: 'step=2',
    headers: { 'Content-Type': 'application/json', 'X-Shop': 'ladders' },
    data: { basket: [3, 5] },
  };
  return event;
}

function context() {
  const scope = Sentry.getIsolationScope();
  scope.addEventProcessor(addRequest);
  scope.setTag('shop', 'ladders');
  scope.setTag('payment.method', 'card');
  scope.setUser({ id: '42', username: 'ada', email: 'ada@example.org', ip_address: '127.0.0.1' });
  scope.setContext('basket', { items: 3, total: '37.00', express: true });
  scope.setExtra('attempt', 2);
  scope.setExtra('steps', ['cart', 'address', 'payment']);
  Sentry.addBreadcrumb({ category: 'cart', message: 'added ladder', level: 'info', data: { sku: 'L-300' } });
  Sentry.addBreadcrumb({ category: 'auth', message: 'logged in', level: 'info', type: 'user' });
  Sentry.addBreadcrumb({ category: 'http', message: 'card refused', level: 'warning', data: { status: 402 } });
  try {
    readCard({});
  } catch (error) {
    Sentry.captureException(error);
  }
}

function fingerprint() {
  Sentry.getIsolationScope().setFingerprint(['payment', 'timeout']);
  for (const failing of [() => JSON.parse('twelve'), () => [].pop().id]) {
    try {
      failing();
    } catch (error) {
      Sentry.captureException(error);
    }
  }
}

function unicode() {
  const text = 'fox \u{1f98a}, rtl \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627, nul \0, lone \ud83d, end';
  Sentry.setTag('city', 'K\u00f8benhavn \u{1f9dc}');
  Sentry.setExtra('\u043a\u043b\u044e\u0447', text);
  try {
    throw new RangeError(text);
  } catch (error) {
    Sentry.captureException(error);
  }
}

function sameTwice() {
  for (const orderId of [1, 2]) {
    try {
      pay(orderId, '5 €');
    } catch (error) {
      Sentry.captureException(error);
    }
  }
}

function twoBugs() {
  for (const failing of [uncaught, caughtCard]) {
    try {
      failing();
    } catch (error) {
      Sentry.captureException(error);
    }
  }
}

function caughtCard() {
  readCard({ cash: 1 });
}

function large() {
  // Long enough to be compressed by every SDK, and to take the way of large bodies in Picket.
  Sentry.setExtra('ledger', '0123456789'.repeat(40000));
  Sentry.captureMessage('The ledger does not fit', 'error');
}

// What is sent beside events, and an event of the same trace.
function beside() {
  Sentry.startSpan({ op: 'checkout', name: 'POST /checkout' }, () => {
    Sentry.startSpan({ op: 'db', name: 'SELECT price FROM ladders' }, caughtChain);
  });
  Sentry.withScope((scope) => {
    scope.addAttachment({ filename: 'basket.txt', data: '1 ladder\n', contentType: 'text/plain' });
    Sentry.captureMessage('The basket is attached', 'info');
  });
  Sentry.captureFeedback({ name: 'Ada', email: 'ada@example.org', message: 'It does not open' });
  Sentry.logger.info('basket opened', { items: 3 });
  Sentry.withMonitor('stocktaking', () => 3);
}

const scenarios = {
  uncaught,
  caught_chain: caughtChainWithVars,
  message,
  context,
  fingerprint,
  unicode,
  same_twice: sameTwice,
  two_bugs: twoBugs,
  moved_line: caughtChain,
  spotlight: caughtChain,
  large,
  beside,
};

const scenario = process.argv[2];
Sentry.init({
  release: 'shop@1.4.2',
  environment: 'test',
  serverName: 'till-3',
  includeLocalVariables: true,
  beforeSend,
  ...(scenario === 'beside' && { tracesSampleRate: 1, enableLogs: true }),
});

if (scenario === 'uncaught') {
  uncaught();
} else {
  Promise.resolve(scenarios[scenario]()).then(() => Sentry.close(10000));
}
