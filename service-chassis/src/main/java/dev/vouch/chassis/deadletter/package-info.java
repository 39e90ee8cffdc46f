/** Records that no consumer can read: set aside one by one, as they came, with the reason. */
package dev.vouch.chassis.deadletter;
