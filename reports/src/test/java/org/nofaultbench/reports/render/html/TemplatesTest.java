// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private record Named(String name, String value) {}

    @Test
    void fillsANameThatTheViewHas() {
        assertThat(filled("{{name}}={{value}}")).isEqualTo("a=&lt;b&gt;");
    }

    @Test
    void refusesAMisspeltNameInsteadOfLeavingAHole() {
        assertThatExceptionOfType(MustacheException.class)
                .isThrownBy(() -> filled("{{naem}}"))
                .withStackTraceContaining("naem");
    }

    private static String filled(String template) {
        DefaultMustacheFactory factory = new DefaultMustacheFactory();
        factory.setObjectHandler(new Templates.StrictNames());
        StringWriter out = new StringWriter();
        factory.compile(new StringReader(template), "test").execute(out, new Named("a", "<b>"));
        return out.toString();
    }
}
