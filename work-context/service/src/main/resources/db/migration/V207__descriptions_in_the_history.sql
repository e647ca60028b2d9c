-- What an event that describes an item replaced is told by the one before it.
create index item_history_description on item_history (item_id, sequence) where type in ('ItemOpened', 'ItemDescribed');
create index item_history_event on item_history (item_id, event_id);
