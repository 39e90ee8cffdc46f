/**
 * What a running Vouch stands on, small enough for one machine: broker, topics, store, mail server, issuer of tokens. Used
 * by {@code deploy/run} and by every test, so that both meet the same thing.
 */
package dev.vouch.local.platform;
