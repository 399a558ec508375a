-- Removes a dead letter for good.
--
-- KEYS  letters, buried
-- ARGV  id
-- Returns 1, or 0 when there was none.
--
-- The record goes first: an index entry without its record is cleared by whoever reads the letters.

local removed = redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('ZREM', KEYS[2], ARGV[1])
return removed
