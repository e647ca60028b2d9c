-- The same key, written so that PostgreSQL can make it a part of the query: joining a number to a text counts
-- as depending on settings, its own text does not.
create or replace function item_key(project text, number bigint, source_key text) returns text
    language sql immutable parallel safe
    return case
        when source_key like project || '-0%' and ltrim(substr(source_key, length(project) + 2), '0') = number::text
            then source_key
        else project || '-' || number::text
    end;
