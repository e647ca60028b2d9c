package ilgam.work.imports.withdraw;

import org.springframework.stereotype.Component;

import ilgam.work.imports.Import;
import ilgam.work.imports.ImportStep;
import ilgam.work.imports.Step;
import ilgam.work.imports.results.PersonalData;
import ilgam.work.item.ItemCommand.WithdrawItem;

/** Deletes the items that an import opened and nobody has changed since. */
@Component
class Withdrawing implements ImportStep {

    private final TouchedItems items;
    private final PersonalData personalData;

    Withdrawing(TouchedItems items, PersonalData personalData) {
        this.items = items;
        this.personalData = personalData;
    }

    @Override
    public Step step() {
        return Step.WITHDRAW;
    }

    @Override
    public void run(Import running) throws Exception {
        items.sendAll(
                running,
                "import_id = ? and outcome is null",
                item -> new WithdrawItem(item, running.source()),
                "outcome = results.outcome");
        personalData.erase(running);
    }
}
