package dev.vouch.contract;

/** Whether the data suffice for a metric. With INSUFFICIENT_DATA there is no value. */
public enum MetricQuality {
    SUFFICIENT,
    LOW_CONFIDENCE,
    INSUFFICIENT_DATA,
    UNKNOWN
}
