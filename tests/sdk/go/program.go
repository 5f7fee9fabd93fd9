// SPDX-License-Identifier: GPL-3.0-or-later

// The shop with bugs once more, with the Go SDK: program SCENARIO.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/getsentry/sentry-go"
)

type PaymentError struct {
	Order int
	Cause error
}

func (e *PaymentError) Error() string { return fmt.Sprintf("order %d cannot be paid", e.Order) }
func (e *PaymentError) Unwrap() error { return e.Cause }

func divide(total, parts int) int {
	return total / parts
}

func splitBill(total int, guests []string) int {
	return divide(total, len(guests))
}

func uncaught() {
	defer func() {
		if problem := recover(); problem != nil {
			sentry.CurrentHub().Recover(problem)
			sentry.Flush(10 * time.Second)
			panic(problem)
		}
	}()
	splitBill(42, nil)
}

func readCard() error {
	return errors.New("no card in the wallet")
}

func caughtChain() {
	sentry.CaptureException(&PaymentError{Order: 17, Cause: fmt.Errorf("wallet: %w", readCard())})
}

func withContext() {
	sentry.ConfigureScope(func(scope *sentry.Scope) {
		scope.SetTag("shop", "ladders")
		scope.SetUser(sentry.User{ID: "42", Username: "ada", Email: "ada@example.org"})
		scope.SetContext("basket", sentry.Context{"items": 3, "total": "37.00", "express": true})
		scope.SetExtra("attempt", 2)
		scope.SetLevel(sentry.LevelWarning)
	})
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Category: "cart", Message: "added ladder", Level: sentry.LevelInfo,
		Data: map[string]interface{}{"sku": "L-300"}})
	sentry.AddBreadcrumb(&sentry.Breadcrumb{Category: "http", Message: "card refused", Level: sentry.LevelWarning,
		Data: map[string]interface{}{"status": 402}})
	sentry.CaptureMessage("The basket is empty")
}

// What is sent beside events, and an event of the same trace.
func beside() {
	transaction := sentry.StartTransaction(context.Background(), "POST /checkout", sentry.WithOpName("checkout"))
	span := transaction.StartChild("db", sentry.WithDescription("SELECT price FROM ladders"))
	hub := sentry.GetHubFromContext(span.Context())
	if hub == nil {
		hub = sentry.CurrentHub()
	}
	hub.WithScope(func(scope *sentry.Scope) {
		scope.SetSpan(span)
		hub.CaptureException(&PaymentError{Order: 17, Cause: readCard()})
	})
	span.Finish()
	transaction.Finish()
	sentry.WithScope(func(scope *sentry.Scope) {
		scope.AddAttachment(&sentry.Attachment{Filename: "basket.txt", ContentType: "text/plain", Payload: []byte("1 ladder\n")})
		sentry.CaptureMessage("The basket is attached")
	})
	checkIn := sentry.CheckIn{MonitorSlug: "stocktaking", Status: sentry.CheckInStatusInProgress}
	if id := sentry.CaptureCheckIn(&checkIn, nil); id != nil {
		checkIn.ID, checkIn.Status, checkIn.Duration = *id, sentry.CheckInStatusOK, time.Second/2
		sentry.CaptureCheckIn(&checkIn, nil)
	}
}

func main() {
	err := sentry.Init(sentry.ClientOptions{Release: "shop@1.4.2", Environment: "test", ServerName: "till-3",
		AttachStacktrace: true, EnableTracing: true, TracesSampleRate: 1})
	if err != nil {
		panic(err)
	}
	scenarios := map[string]func(){"uncaught": uncaught, "caught_chain": caughtChain, "context": withContext, "beside": beside}
	scenarios[os.Args[1]]()
	sentry.Flush(10 * time.Second)
}
