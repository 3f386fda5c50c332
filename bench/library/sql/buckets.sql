select bucket, count from timeline_buckets where owner_id = :owner order by bucket desc;
