package ilgam.eventmodel.code;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ilgam.eventmodel.code.ByteCode.Method;

/**
 * Which events each of the changes leads to that one command carries. An aggregate answers them by a switch over their
 * sealed type: the events of a change are those that come to be between its case and the next one, or in what is called
 * from there within the package.
 */
final class ChangeSwitches {

    private final ByteCode code;
    private final Predicate<String> isEvent;

    /** Parts of bodies, by the method with the switch and the change whose case it is. */
    private final Map<Method, Map<String, List<CodeElement>>> cases = new HashMap<>();

    ChangeSwitches(ByteCode code, List<String> types, Predicate<String> isEvent) {
        this.code = code;
        this.isEvent = isEvent;
        for (var type : types)
            for (var method : code.methodsOf(type)) {
                var found = casesIn(code.bodyOf(method));
                if (!found.isEmpty()) cases.put(method, found);
            }
    }

    /** The names of the events that a change, a record, leads to. */
    Set<String> eventsOf(String change) {
        var events = new TreeSet<String>();
        cases.forEach((method, bodies) -> {
            var body = bodies.get(change);
            if (body != null) follow(body, method.packageName(), new HashSet<>(Set.of(method)), events);
        });
        return events;
    }

    private void follow(List<CodeElement> body, String within, Set<Method> seen, Set<String> events) {
        ByteCode.created(body).filter(isEvent).forEach(events::add);
        ByteCode.called(body)
                .filter(called -> called.packageName().equals(within))
                .forEach(called -> {
                    var switched = cases.get(called);
                    if (switched != null) sentBack(body, switched, within, seen, events);
                    else if (seen.add(called)) follow(code.bodyOf(called), within, seen, events);
                });
    }

    /** A change that is answered by another one, created on the spot, leads to what that one leads to. */
    private void sentBack(
            List<CodeElement> body,
            Map<String, List<CodeElement>> switched,
            String within,
            Set<Method> seen,
            Set<String> events) {
        ByteCode.created(body)
                .filter(switched::containsKey)
                .forEach(other -> follow(switched.getOrDefault(other, List.of()), within, seen, events));
    }

    /** The first switch over types in a body: by the name of the type, the code from its case up to the next one. */
    private static Map<String, List<CodeElement>> casesIn(List<CodeElement> body) {
        var found = new HashMap<String, List<CodeElement>>();
        for (int place = 0; place < body.size(); place++) {
            if (!(body.get(place) instanceof InvokeDynamicInstruction selector)
                    || !selector.name().stringValue().equals("typeSwitch")) continue;
            var jump = jumpAfter(body, place);
            var starts = starts(body, jump);
            for (var one : jump.cases())
                if (one.caseValue() >= 0 && selector.bootstrapArgs().get(one.caseValue()) instanceof ClassDesc type)
                    found.put(ByteCode.nameOf(type), from(body, starts, one));
            return found;
        }
        return found;
    }

    private record Jump(Label otherwise, List<SwitchCase> cases) {}

    private static Jump jumpAfter(List<CodeElement> body, int place) {
        return body.subList(place, body.size()).stream()
                .flatMap(element -> switch (element) {
                    case TableSwitchInstruction table -> Stream.of(new Jump(table.defaultTarget(), table.cases()));
                    case LookupSwitchInstruction table -> Stream.of(new Jump(table.defaultTarget(), table.cases()));
                    default -> Stream.<Jump>empty();
                })
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> starts(List<CodeElement> body, Jump jump) {
        return Stream.of(
                        jump.cases().stream().map(one -> ByteCode.place(body, one.target())),
                        Stream.of(ByteCode.place(body, jump.otherwise()), body.size()))
                .flatMap(places -> places)
                .sorted()
                .distinct()
                .toList();
    }

    private static List<CodeElement> from(List<CodeElement> body, List<Integer> starts, SwitchCase one) {
        int start = ByteCode.place(body, one.target());
        return body.subList(start, starts.get(starts.indexOf(start) + 1));
    }
}
