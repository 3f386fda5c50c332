-- Percentiles in microseconds, as wrk itself rounds them.
done = function(summary, latency)
  io.write(string.format("p50 %d p99 %d requests %d\n",
    latency:percentile(50), latency:percentile(99), summary.requests))
end
