// SPDX-License-Identifier: GPL-3.0-or-later
// The shop with bugs in a page, with the browser SDK; `options` (scenario, SENTRY_DSN) are another file's.
'use strict';

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
  document.getElementById('pay').click();
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
  Sentry.captureFeedback({ name: 'Ada', email: 'ada@example.org', message: 'It does not open' });
  Sentry.logger.info('basket opened', { items: 3 });
}

Sentry.init({
  dsn: options.SENTRY_DSN,
  release: 'shop@1.4.2',
  environment: 'test',
  tracesSampleRate: 1,
  enableLogs: true,
});

// The next task comes also after an error that nobody caught.
setTimeout(async () => {
  const sent = await Sentry.flush(20000);
  await fetch('/done', { method: 'POST', body: sent ? 'sent' : 'not everything is sent' });
});
({ uncaught, caught_chain: caughtChain, context, beside })[options.scenario]();
