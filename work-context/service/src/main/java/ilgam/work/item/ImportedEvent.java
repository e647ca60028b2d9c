package ilgam.work.item;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import ilgam.work.language.ItemEvent;

/** Something that happened to an item in another tracker. It happened: no rule of ours refuses it any more. */
public record ImportedEvent(
        Provenance from,
        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) ItemEvent event) {}
