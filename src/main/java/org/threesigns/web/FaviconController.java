package org.threesigns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Leads browsers to the icon where they look for one by themselves: for a file without a page, such as a download. */
@Controller
class FaviconController {

    private final ResourceUrlProvider addresses;

    FaviconController(ResourceUrlProvider addresses) {
        this.addresses = addresses;
    }

    /** To the address with a hash, as what is at an asset's address is kept for a year. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon(HttpServletRequest request) {
        String icon = addresses.getForLookupPath(AssetLinks.ASSETS + "icon.svg");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(request.getContextPath() + icon))
                .build();
    }
}
