-- 1 MB up.
wrk.method = "POST"
wrk.body = string.rep("a", 1000000)
wrk.headers["Content-Type"] = "application/octet-stream"
