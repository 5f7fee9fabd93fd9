// SPDX-License-Identifier: GPL-3.0-or-later
// The SDK as a file of its own: the page's own code is not bundled, so that frames show its names and lines.
export * from '@sentry/browser';
