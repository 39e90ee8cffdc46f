/** How far texts, language, activity and price of an account fit a brief. */
package dev.vouch.scoring.fit.domain;
