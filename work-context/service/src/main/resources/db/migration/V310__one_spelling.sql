-- What search and labels compare has one spelling (NFC), also where an event says it in another.
update item_text set text = normalize(text) where text is not nfc normalized;
update item_version
set labels = (select coalesce(array_agg(distinct normalize(label)), '{}') from unnest(labels) as label),
    labels_set = (select coalesce(array_agg(distinct normalize(label)), '{}') from unnest(labels_set) as label)
where array_to_string(labels, ' ') is not nfc normalized or array_to_string(labels_set, ' ') is not nfc normalized;
update project_status set name = normalize(name) where name is not nfc normalized;
