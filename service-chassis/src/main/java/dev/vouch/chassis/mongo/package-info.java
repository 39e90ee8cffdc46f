/** What our stores need of MongoDB: connection, indexes, codecs, error codes and its clock. */
package dev.vouch.chassis.mongo;
