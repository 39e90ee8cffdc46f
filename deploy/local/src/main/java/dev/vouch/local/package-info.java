/** {@code deploy/run} and {@code deploy/publish}: the only code that sets up a machine. */
package dev.vouch.local;
