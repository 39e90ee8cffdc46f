/** Numbers about one account. Decides each metric's value, its interval and how far it may be trusted; publishes nothing. */
package dev.vouch.scoring.metric;
