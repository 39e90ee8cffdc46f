/** The words in which domains answer. JDK only, so that a domain stays free of every framework. */
package dev.vouch.chassis.decision;
