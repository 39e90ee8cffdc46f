package dev.vouch.contract;

/** Marks the records of this contract that are the data of a published or accepted event. */
public interface Event {}
