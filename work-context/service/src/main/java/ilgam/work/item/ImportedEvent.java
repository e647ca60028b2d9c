package ilgam.work.item;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import ilgam.work.language.ItemEvent;

/** An event of an item in another tracker. As it has happened there, no rule refuses it. */
public record ImportedEvent(
        Provenance from,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) ItemEvent event) {}
