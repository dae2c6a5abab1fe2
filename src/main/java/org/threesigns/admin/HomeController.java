package org.threesigns.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where an administrator arrives. */
@Controller
class HomeController {

    @GetMapping("/admin")
    String home() {
        return "admin/home";
    }
}
