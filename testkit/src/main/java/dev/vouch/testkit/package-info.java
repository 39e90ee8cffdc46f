/**
 * What the tests of every service share: a real broker, a store and a mail server, tokens, a reader of topics, and the rules of
 * the house. Only ever in test scope.
 */
package dev.vouch.testkit;
