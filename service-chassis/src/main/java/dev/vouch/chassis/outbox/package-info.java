/** The only producer of a service: what a document's outbox holds goes to the broker, in order, and is then removed. */
package dev.vouch.chassis.outbox;
