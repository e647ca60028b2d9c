-- The sender of a mail goes by the name of the product in the language of whoever gets it.
alter table mail add column language text not null default 'en';
