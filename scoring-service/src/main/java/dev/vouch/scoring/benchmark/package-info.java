/** Whom an account is compared with. Keeps immutable snapshots of the own data, and published figures where those are too few. */
package dev.vouch.scoring.benchmark;
