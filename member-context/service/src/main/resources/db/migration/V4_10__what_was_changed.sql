-- What something was and what it became, as short words: a role, the rule of sign-up, the name of a token.
alter table audit_entry add column was text, add column became text;
