// SPDX-License-Identifier: GPL-3.0-or-later
// The shop with bugs once more, with the last 7.x of the Node SDK: `program.js SCENARIO`.
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

function uncaught() {
  return guestsOf({ total: 42 }).length;
}

function readCard(wallet) {
  return wallet.card.number;
}

function pay(orderId) {
  try {
    return readCard({ cash: 3 });
  } catch (missing) {
    throw new PaymentError(`order ${orderId} cannot be paid`, { cause: missing });
  }
}

function caughtChain() {
  try {
    pay(17);
  } catch (error) {
    Sentry.captureException(error);
  }
}

function context() {
  Sentry.setTag('shop', 'ladders');
  Sentry.setUser({ id: '42', username: 'ada', email: 'ada@example.org' });
  Sentry.setContext('basket', { items: 3, total: '37.00', express: true });
  Sentry.setExtra('attempt', 2);
  Sentry.addBreadcrumb({ category: 'cart', message: 'added ladder', level: 'info', data: { sku: 'L-300' } });
  Sentry.addBreadcrumb({ category: 'http', message: 'card refused', level: 'warning', data: { status: 402 } });
  Sentry.captureMessage('The basket is empty', 'warning');
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
  const checkInId = Sentry.captureCheckIn({ monitorSlug: 'stocktaking', status: 'in_progress' });
  Sentry.captureCheckIn({ monitorSlug: 'stocktaking', status: 'ok', checkInId, duration: 0.5 });
}

Sentry.init({
  release: 'shop@1.4.2',
  environment: 'test',
  serverName: 'till-3',
  tracesSampleRate: 1,
});

const scenario = process.argv[2];
if (scenario === 'uncaught') {
  uncaught();
} else {
  ({ caught_chain: caughtChain, context, beside })[scenario]();
  Sentry.close(10000);
}
