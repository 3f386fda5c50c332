-- By age and not by owner, for the sweeper of answers that are kept no longer.

create index idempotency_keys_claimed on idempotency_keys (claimed_at);
