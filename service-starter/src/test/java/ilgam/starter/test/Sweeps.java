package ilgam.starter.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs all scheduled sweeps of a context, so that a test need not know them. */
public final class Sweeps {

    private Sweeps() {}

    /** Runs every scheduled method called <code>sweep</code> once; returns their number. Failures are ignored. */
    public static int run(ApplicationContext context) {
        var sweeps = new ArrayList<Runnable>();
        for (var bean : context.getBeansOfType(Object.class, false, false).values())
            for (var method : declaredBy(bean.getClass()))
                if (method.getName().equals("sweep") && method.isAnnotationPresent(Scheduled.class))
                    sweeps.add(() -> invoke(bean, method));
        sweeps.forEach(Runnable::run);
        return sweeps.size();
    }

    private static List<Method> declaredBy(Class<?> type) {
        var own = type.getName().contains("$$") ? type.getSuperclass() : type;
        return List.of(own.getDeclaredMethods());
    }

    private static void invoke(Object bean, Method sweep) {
        try {
            sweep.setAccessible(true);
            sweep.invoke(bean);
        } catch (InvocationTargetException failed) {
            // a sweep that cannot ask the event store fails, and runs again later
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
