/** How a service begins to consume, and how it stops without leaving work half done. */
package dev.vouch.chassis.lifecycle;
