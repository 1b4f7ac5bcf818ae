// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.nofaultbench.reports.model.Printable;

/** What pages are made from: templates, and files that go into each page as they are. */
final class Templates {

    private Templates() {}

    /**
     * Fills a template with views, whose texts are made fit to print; a name that no record in scope has is an error and does not leave a hole in the page.
     *
     * @param folder of the template and those that it includes, on the class path
     */
    static Function<Object, String> template(String folder, String name) {
        DefaultMustacheFactory factory = new DefaultMustacheFactory(folder) {
            @Override
            public void encode(String value, Writer writer) {
                super.encode(Printable.text(value), writer);
            }
        };
        factory.setObjectHandler(new StrictNames());
        Mustache template = factory.compile(name);
        return view -> {
            StringWriter out = new StringWriter();
            template.execute(out, view);
            return out.toString();
        };
    }

    static final class StrictNames extends ReflectionObjectHandler {

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            Wrapper wrapper = super.find(name, scopes);
            if (wrapper.getClass().getSimpleName().equals("MissingWrapper")) {
                throw new MustacheException(
                        "name is unknown to the view: name=" + name, new TemplateContext("", "", "", 0, true));
            }
            return wrapper;
        }
    }

    /** A file beside this class, or of an absolute path on the class path. */
    static String text(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only script of a page. */
    static String script() {
        return text("page.js");
    }

    /**
     * Names the hash of the page's script (Content Security Policy Level 3, section 2.3.1), so that no other script runs, wherever
     * a name from a result file might get to.
     */
    static String policy() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script().getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(digest) + "'; base-uri 'none'; form-action 'none'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }
}
