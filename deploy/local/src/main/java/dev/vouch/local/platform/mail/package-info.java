/**
 * What GreenMail lacks to stand in for a mail provider: {@link dev.vouch.local.platform.mail.KeptMessages} are on disk before
 * the sender hears 250, and {@link dev.vouch.local.platform.mail.SmtpTranscript} says in which order a message came in.
 */
package dev.vouch.local.platform.mail;
