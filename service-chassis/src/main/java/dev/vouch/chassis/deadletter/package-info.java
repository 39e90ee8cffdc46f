/** Records that no consumer can use: set aside one by one, as they came, with the reason; shown, replayed or discarded. */
package dev.vouch.chassis.deadletter;
