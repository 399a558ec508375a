-- Lists subjects with a checkpoint, but without an item that waits and without a lease.
--
-- KEYS  saved, checkpoints, due
-- ARGV  latest time of the checkpoints in milliseconds, how many at most
-- Returns { subject name, subject name, ... }, the longest untouched first.

local saved, checkpoints, due = KEYS[1], KEYS[2], KEYS[3]
local limit, page = tonumber(ARGV[2]), 100

local unfinished, offset = {}, 0
while #unfinished < limit do
    local names = redis.call('ZRANGEBYSCORE', saved, '-inf', ARGV[1], 'LIMIT', offset, page)
    for _, name in ipairs(names) do
        if #unfinished < limit and not redis.call('ZSCORE', due, name) and redis.call('HEXISTS', checkpoints, name) == 1 then
            unfinished[#unfinished + 1] = name
        end
    end
    if #names < page then
        break
    end
    offset = offset + page
end
return unfinished
