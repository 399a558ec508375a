-- Adds to what models have used, or takes away from it.
--
-- KEYS  money of the day, and tokens of the conversation where there is one
-- ARGV  money, time to live of the day in milliseconds; tokens, time to live of the conversation
-- Returns { money of the day, tokens of the conversation or 0 }
-- Adding is one command, so that scripts that run side by side lose nothing. A kill between the two counts the question in one of them only.

local money = redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
local tokens = 0
if KEYS[2] then
    tokens = redis.call('INCRBY', KEYS[2], ARGV[3])
    redis.call('PEXPIRE', KEYS[2], ARGV[4])
end
return { money, tokens }
