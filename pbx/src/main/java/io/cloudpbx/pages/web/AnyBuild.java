package io.cloudpbx.pages.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds today's file for a path that begins with some other build's id. */
class AnyBuild extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        return super.getResource(path.substring(path.indexOf('/') + 1), location);
    }
}
