-- An item's key: project and number, or what its import's source called it where that says the same with
-- leading zeros, such as SN-0000045.
create function item_key(project text, number bigint, source_key text) returns text
    language sql immutable parallel safe
    return case
        when source_key like project || '-0%' and ltrim(substr(source_key, length(project) + 2), '0') = number::text
            then source_key
        else project || '-' || number
    end;
