package ilgam.eventmodel.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The instructions of the contexts' methods, as far as they create something or call something. */
final class ByteCode {

    /** A method, by what calls name it by. */
    record Method(String owner, String name, String descriptor) {

        String packageName() {
            return owner.substring(0, owner.lastIndexOf('.'));
        }
    }

    private final ClassLoader loader;
    private final Map<String, Map<Method, MethodModel>> methods = new HashMap<>();

    ByteCode(ClassLoader loader) {
        this.loader = loader;
    }

    List<Method> methodsOf(String type) {
        return List.copyOf(read(type).keySet());
    }

    /** The elements of a method's body; none when it is not among the classes. */
    List<CodeElement> bodyOf(Method method) {
        return Optional.ofNullable(read(method.owner()).get(method))
                .flatMap(MethodModel::code)
                .map(code -> code.elementList())
                .orElse(List.of());
    }

    /** Where a label stands in a body. */
    static int place(List<CodeElement> body, Label label) {
        for (int place = 0; place < body.size(); place++)
            if (body.get(place) instanceof java.lang.classfile.instruction.LabelTarget target
                    && target.label().equals(label)) return place;
        throw new IllegalArgumentException("no such label");
    }

    static Stream<String> created(List<CodeElement> code) {
        return code.stream()
                .filter(NewObjectInstruction.class::isInstance)
                .map(element ->
                        nameOf(((NewObjectInstruction) element).className().asSymbol()));
    }

    /** What is called, lambdas included: one that is made is taken to be run. */
    static Stream<Method> called(List<CodeElement> code) {
        return code.stream().flatMap(element -> switch (element) {
            case InvokeInstruction call ->
                Stream.of(new Method(
                        nameOf(call.owner().asSymbol()),
                        call.name().stringValue(),
                        call.type().stringValue()));
            case InvokeDynamicInstruction dynamic ->
                dynamic.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .map(lambda ->
                                new Method(nameOf(lambda.owner()), lambda.methodName(), lambda.lookupDescriptor()));
            default -> Stream.<Method>empty();
        });
    }

    static String nameOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return type.isClassOrInterface()
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor.replace('/', '.');
    }

    private Map<Method, MethodModel> read(String type) {
        return methods.computeIfAbsent(type, this::parse);
    }

    private Map<Method, MethodModel> parse(String type) {
        try (var bytes = loader.getResourceAsStream(type.replace('.', '/') + ".class")) {
            if (bytes == null) return Map.of();
            var found = new HashMap<Method, MethodModel>();
            for (var method : ClassFile.of().parse(bytes.readAllBytes()).methods())
                found.put(
                        new Method(
                                type,
                                method.methodName().stringValue(),
                                method.methodType().stringValue()),
                        method);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
