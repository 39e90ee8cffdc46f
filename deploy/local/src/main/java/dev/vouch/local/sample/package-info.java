/**
 * Invents the people that {@code deploy/run} uses when nobody names a data set: profiles, posts and, apart from them, what
 * a careful person would say about each. It decides nothing about influencers and shares no word, template or class with
 * the services, so that the truth file can be used to judge them.
 */
package dev.vouch.local.sample;
