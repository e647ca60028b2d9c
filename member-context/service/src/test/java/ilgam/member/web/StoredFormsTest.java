package ilgam.member.web;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import ilgam.member.test.RunningMember;
import ilgam.starter.test.StoredFormFiles;

@RunningMember
class StoredFormsTest {

    private final ApplicationContext context;

    StoredFormsTest(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @TestFactory
    Stream<DynamicTest> every_stored_form_stays_as_it_is() {
        return StoredFormFiles.tests(context, Path.of("src/test/resources/stored-forms"), "ilgam.member");
    }
}
