/** The metric dictionary and its formulas. */
package dev.vouch.scoring.metric.domain;
