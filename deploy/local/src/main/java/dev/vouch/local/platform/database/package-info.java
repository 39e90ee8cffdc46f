/**
 * The embedded store: a MongoDB double on an H2 file, with the two things that it lacks to be trusted with a trial
 * installation. {@link dev.vouch.local.platform.database.GroupCommit} loses no acknowledged write at a {@code kill -9};
 * {@link dev.vouch.local.platform.database.DeclaredIndexes} makes the indexes that the services declare work. Nothing
 * more: it is not to become a database of our own.
 */
package dev.vouch.local.platform.database;
