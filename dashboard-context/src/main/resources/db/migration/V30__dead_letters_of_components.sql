-- Dead letters belonged to a processor; each of its components has its own from now on. What was set aside of all of them
-- is set aside of each: whichever handled the event already takes it once more, as it did when it was tried again.
with component (processor, name) as (values
    ('dashboard-company', 'company-zone'),
    ('dashboard-company', 'work-cycles'),
    ('dashboard-company', 'teams'),
    ('dashboard-projects', 'projects'),
    ('dashboard-spans', 'spans'))
insert into dead_letter (dead_letter_identifier, processing_group, sequence_identifier, sequence_index, message_type, event_identifier, time_stamp, payload_type,
    payload_revision, payload, meta_data, type, aggregate_identifier, sequence_number, token_type, token, enqueued_at,
    last_touched, cause_type, cause_message, diagnostics)
select gen_random_uuid()::text, component.name, sequence_identifier, sequence_index, message_type, event_identifier, time_stamp, payload_type,
    payload_revision, payload, meta_data, type, aggregate_identifier, sequence_number, token_type, token, enqueued_at,
    last_touched, cause_type, cause_message, diagnostics
from dead_letter join component on component.processor = processing_group;

delete from dead_letter where processing_group in ('dashboard-company', 'dashboard-projects', 'dashboard-spans');
